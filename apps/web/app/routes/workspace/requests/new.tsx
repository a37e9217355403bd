import { Listing } from '@market/contracts/listings'
import { may, relationsTo } from '@market/domain/policy'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { PlacesContext } from '../../../features/licensing/coverage-fields.tsx'
import { readDraft, takeDraftStep } from '../../../features/licensing/draft-action.server.ts'
import { licencePlaces } from '../../../features/licensing/places.server.ts'
import { RequestForm } from '../../../features/licensing/request-form.tsx'
import { RequestSummary } from '../../../features/licensing/request-summary.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Price } from '../../../ui/price.tsx'
import type { Route } from './+types/new.ts'

type Context = Route.LoaderArgs['context']

const readListing = (context: Context, id: string) =>
  apiOf(context).get(`/api/listings/${encodeURIComponent(id)}`, Listing, { view: 'public' })

export async function loader({ context, params }: Route.LoaderArgs) {
  const listing = await readListing(context, params.listingId)
  // Who acts for no organization has nothing to write; the page says so.
  const acting = workspaceOf(context).organization !== null
  const places = licencePlaces(localeFrom(context))
  return { listing, places, draft: acting ? await readDraft(apiOf(context), listing.id) : null }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const listing = await readListing(context, params.listingId)
  const step = await takeDraftStep(apiOf(context), listing, form)
  if ('sent' in step) return redirect(`${paths.request(step.sent)}?done=sent`)
  if ('saved' in step) {
    const query = step.saved === 'review' ? 'review=1' : `saved=${step.saved}`
    return redirect(`${paths.newRequest(listing.id)}?${query}`)
  }
  const { problem, content } = step
  return data({ problem, content, typed: typedValues(form) }, { status: problem.status })
}

const SAVED = ['save', 'attach', 'detach'] as const

export default function NewRequest({
  loaderData: { listing, draft, places },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const [query] = useSearchParams()
  const title = pick(listing, 'title', locale)
  const reviewing = query.has('review') && draft !== null && draft.revision > 0 && !actionData?.content
  const saved = actionData ? undefined : SAVED.find((word) => word === query.get('saved'))
  return (
    <>
      <PageHead title={t('form.title')} unlisted />
      <PageHeader
        trail={[{ label: title, to: paths.listing(listing.id) }]}
        title={t(reviewing ? 'summary.title' : 'form.title')}
        eyebrow={
          <>
            <span>{pick(listing.organization, 'name', locale)}</span>
            <Price mode={listing.priceMode} fen={listing.priceFen} maxFen={listing.priceMaxFen} />
          </>
        }
        lead={title}
      />
      {saved && <Notice tone="done">{t(`saved.${saved}`)}</Notice>}
      {reviewing ? (
        <PlacesContext value={places}>
          <RequestSummary listing={listing} draft={draft} problem={actionData?.problem} />
        </PlacesContext>
      ) : (
        <FormOrReason listing={listing}>
          {draft && (
            <RequestForm
              // A file added or removed is a new draft: what it holds is shown anew.
              key={draft.revision}
              listing={listing}
              draft={{ ...draft, content: actionData?.content ?? draft.content }}
              typed={actionData?.content ? actionData.typed : undefined}
              problem={actionData?.problem}
            />
          )}
        </FormOrReason>
      )}
    </>
  )
}

/** Who may not ask is told so before writing anything. */
function FormOrReason({ listing, children }: { listing: Listing; children: ReactNode }) {
  const { t } = useTranslation('licensing')
  const { actor, organization } = useWorkspace()
  const organizationId = listing.organization.id
  const open = listing.state === 'published' || listing.state === 'under_negotiation'
  const back = <Link to={paths.listing(listing.id)}>{t('form.backToListing')}</Link>
  if (!open) return <EmptyState title={t('closed.listing')} action={back} />
  if (organization?.id === organizationId) return <EmptyState title={t('closed.own')} action={back} />
  if (organization === null) return <EmptyState title={t('closed.noOrganization')} action={back} />
  if (organization.state !== 'verified') return <EmptyState title={t('closed.notVerified')} action={back} />
  const relations = relationsTo(actor, { organizationId, public: true })
  if (may(actor, 'request.create', relations)) return children
  return (
    <EmptyState title={t('closed.role')} action={back}>
      {t('closed.roleHint')}
    </EmptyState>
  )
}
