import { Button } from '@mantine/core'
import { ContentChangeList } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Encumbrances } from '../../../features/listing/encumbrances.tsx'
import { loadListing } from '../../../features/listing/load-listing.server.ts'
import { Rights } from '../../../features/listing/rights.tsx'
import { Withdraw } from '../../../features/listing-editor/final-steps.tsx'
import { QualityPanel } from '../../../features/listing-editor/quality-panel.tsx'
import { ReasonList } from '../../../features/listing-editor/standing.tsx'
import { Assignment } from '../../../features/listing-review/assignment.tsx'
import { Decision } from '../../../features/listing-review/decision.tsx'
import { ListingText } from '../../../features/listing-review/listing-text.tsx'
import classes from '../../../features/listing-review/review.module.css'
import { reviewAction } from '../../../features/listing-review/review-action.server.ts'
import { problemResponse } from '../../../lib/api/problem.ts'
import { formatInstantDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/listing.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const now = await loadListing(api, params.id, 'working')
  const { editing } = now.listing
  if (editing === null) throw problemResponse({ status: 404, code: 'listing.not_found', details: {} })
  const published = now.listing.version > 0 && now.listing.state !== 'withdrawn'
  const pending = `/api/listings/${now.listing.id}/pending-changes`
  const [before, changes] =
    published && editing.changes !== null
      ? await Promise.all([loadListing(api, params.id, 'public'), api.get(pending, ContentChangeList)])
      : [null, null]
  const { userId } = workspaceOf(context).actor
  return { now, before, changes: changes?.items ?? [], userId, listing: { ...now.listing, editing } }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return reviewAction(apiOf(context), params.id, await request.formData())
}

export default function ReviewListing({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { now, before, changes, userId, listing } = loaderData
  const { editing, organization } = listing
  const title = pick(listing, 'title', locale)
  const waiting = editing.commands.includes('publish')
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[{ label: t('queue.title'), to: '/workspace/review' }]}
        title={title}
        eyebrow={
          <>
            <StateBadge subject="listing" state={listing.state} />
            <Link to={`/workspace/organizations/${organization.id}`}>
              {pick(organization, 'name', locale)}
            </Link>
            {editing.submittedAt && (
              <span>{t('queue.submittedOn', { date: formatInstantDay(editing.submittedAt, locale) })}</span>
            )}
          </>
        }
        actions={
          <Button component={Link} to={`${paths.listing(listing.id)}?view=preview`} variant="default">
            {t('preview')}
          </Button>
        }
      />
      {waiting && <Assignment reviewer={editing.reviewer} userId={userId} result={actionData} />}
      {before && <Notice tone="needs-you">{t('changes.explain')}</Notice>}
      {!waiting && <Notice>{t('notWaiting')}</Notice>}
      {editing.reviewReasons && (
        <Notice title={t('returnedBefore')}>
          <ReasonList reasons={editing.reviewReasons} />
        </Notice>
      )}
      <div className={classes.quality}>
        <QualityPanel quality={editing.quality} />
      </div>
      <ListingText
        now={now}
        before={before}
        changes={changes}
        rights={
          <>
            <Rights rights={listing.rights} />
            <Encumbrances rights={now.encumbrances.rights} />
          </>
        }
      />
      <section className={classes.decision}>
        {waiting && <h2>{t('decide')}</h2>}
        <Decision listing={listing} result={actionData}>
          {editing.commands.includes('withdraw') && <Withdraw listing={listing} result={actionData} />}
        </Decision>
      </section>
    </>
  )
}
