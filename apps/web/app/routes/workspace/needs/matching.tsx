import { type NeedMatch, NeedMatchList } from '@market/contracts/demands'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Link, redirect } from 'react-router'
import { MatchItem } from '../../../features/needs/match-list.tsx'
import { formatDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/matching.ts'

/** For one listing where the address names it, else for all of the organization's. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const listingId = url.searchParams.get('listing')
  const path =
    listingId === null ? '/api/needs/matching' : `/api/listings/${encodeURIComponent(listingId)}/needs`
  return { matches: (await apiOf(context).get(path, NeedMatchList)).items }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const read = readForm(await request.formData())
  const [listing, need] = [read.text('listingId'), read.text('needId')].map(encodeURIComponent)
  const misfit = read.text('intent') === 'misfit' ? read.choice('misfit') : null
  await apiOf(context).sendOnly('PUT', `/api/listings/${listing}/needs/${need}`, { misfit })
  return redirect(`${paths.matchingNeeds}${url.search}`)
}

export default function MatchingNeeds({ loaderData: { matches } }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  return (
    <>
      <PageHead title={t('matching.title')} unlisted />
      <PageHeader
        title={t('matching.title')}
        lead={t('matching.lead')}
        actions={<Link to={paths.myAnswers}>{t('mine.title')}</Link>}
      />
      {matches.length === 0 && (
        <EmptyState title={t('matching.none')} action={<Link to={paths.needs}>{t('title')}</Link>}>
          {t('matching.noneHint')}
        </EmptyState>
      )}
      {matches.map((match) => (
        <Row key={`${match.need.id}${match.listing.id}`} match={match} />
      ))}
    </>
  )
}

function Row({ match }: { match: NeedMatch }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const { actor } = useWorkspace()
  const { need, listing, deadlineOn } = match
  return (
    <MatchItem
      match={match}
      title={<Link to={paths.need(need.id)}>{pick(need, 'title', locale)}</Link>}
      note={
        <>
          {deadlineOn && `${t('until', { date: formatDay(deadlineOn, locale) })} · `}
          {t('matching.listing')} <Link to={paths.listing(listing.id)}>{pick(listing, 'title', locale)}</Link>
        </>
      }
      about={{ listingId: listing.id, needId: need.id }}
      judges={may(actor, 'listing.judge_need', ['own'])}
    />
  )
}
