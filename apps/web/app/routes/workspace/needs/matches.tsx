import { ListingMatchList, Need } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { Link, redirect } from 'react-router'
import { MatchItem } from '../../../features/needs/match-list.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/matches.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const path = `/api/needs/${encodeURIComponent(params.id)}`
  const { titleZh, titleEn } = await api.get(path, Need)
  const { items: matches } = await api.get(`${path}/matches`, ListingMatchList)
  return { id: params.id, need: { titleZh, titleEn }, matches }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = readForm(await request.formData())
  const path = `/api/needs/${encodeURIComponent(params.id)}/matches/${encodeURIComponent(read.text('listingId'))}`
  const misfit = read.text('intent') === 'misfit' ? read.choice('misfit') : null
  await apiOf(context).sendOnly('PUT', path, { misfit })
  return redirect(`${paths.myNeed(params.id)}/matches`)
}

export default function NeedMatches({ loaderData: { id, need, matches } }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('matches.title')} unlisted />
      <PageHeader
        trail={[
          { label: t('list.title'), to: paths.myNeeds },
          { label: pick(need, 'title', locale), to: paths.myNeed(id) },
        ]}
        title={t('matches.title')}
        lead={t('matches.lead')}
      />
      {matches.length === 0 && <EmptyState title={t('matches.none')}>{t('matches.noneHint')}</EmptyState>}
      {matches.map((match) => (
        <MatchItem
          key={match.listing.id}
          match={match}
          title={<Link to={paths.listing(match.listing.id)}>{pick(match.listing, 'title', locale)}</Link>}
          note={pick(match.organization, 'name', locale)}
          about={{ listingId: match.listing.id }}
          judges
        />
      ))}
    </>
  )
}
