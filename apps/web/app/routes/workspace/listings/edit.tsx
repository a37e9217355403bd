import { Button } from '@mantine/core'
import { LostRequestList } from '@market/contracts/licensing'
import type { Listing, ListingEditing } from '@market/contracts/listings'
import { ContactList } from '@market/contracts/organizations'
import { LISTING_KINDS, labelOf } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LostRequests } from '../../../features/licensing/lost-requests.tsx'
import { ListingArticle } from '../../../features/listing/listing-article.tsx'
import { ListingRail } from '../../../features/listing/listing-rail.tsx'
import { loadListing } from '../../../features/listing/load-listing.server.ts'
import { editorChoices } from '../../../features/listing-editor/choices.server.ts'
import { ContactPanel } from '../../../features/listing-editor/contact-panel.tsx'
import { editAction } from '../../../features/listing-editor/edit-action.server.ts'
import editor from '../../../features/listing-editor/editor.module.css'
import { FinalSteps, Renew } from '../../../features/listing-editor/final-steps.tsx'
import { ListingForm } from '../../../features/listing-editor/listing-form.tsx'
import { Standing } from '../../../features/listing-editor/standing.tsx'
import { problemResponse } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { answeredOrAway } from '../../../ui/editing/answered-or-away.ts'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/edit.ts'

const DONE = ['submitted', 'withdrawn', 'discarded', 'renewed'] as const

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const view = await loadListing(apiOf(context), params.id, 'working')
  const { editing } = view.listing
  // Somebody else's published listing can be read, but not here.
  if (editing === null) throw problemResponse({ status: 404, code: 'listing.not_found', details: {} })
  const asked = url.searchParams.get('done')
  const { actor } = workspaceOf(context)
  const own = actor.organizationId === view.listing.organization.id
  const names = own && may(actor, 'listing.set_contact', ['own'])
  return {
    view,
    listing: { ...view.listing, editing },
    choices: editing.commands.includes('edit') ? editorChoices(view.listing, localeFrom(context)) : null,
    contacts: names ? (await apiOf(context).get('/api/contacts', ContactList)).items : null,
    lost: own && view.listing.version > 0 ? await lostRequests(context, params.id) : [],
    saved: url.searchParams.get('saved'),
    rights: Number(url.searchParams.get('rights') ?? 0) || 0,
    done: DONE.find((done) => done === asked) ?? null,
  }
}

async function lostRequests(context: Route.LoaderArgs['context'], id: string) {
  const path = `/api/listings/${encodeURIComponent(id)}/lost-requests`
  return (await apiOf(context).get(path, LostRequestList)).items
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return editAction(apiOf(context), params.id, await request.formData())
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return answeredOrAway(request, serverAction)
}

/** Steps beside the text: their refusals stand beside their own buttons. */
const STEPS = ['withdraw', 'renew', 'discard', 'contact']

export default function EditListing({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('editor')
  const { listing, view, choices, contacts, lost, saved, rights, done } = loaderData
  return (
    <>
      <Heading listing={listing} />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      <Standing listing={listing} />
      {listing.expiresOn !== null && listing.editing.commands.includes('renew') && (
        <Notice tone="needs-you" title={t('renew.title', { date: listing.expiresOn })}>
          <p>{t('renew.explain')}</p>
          <Renew listing={listing} result={actionData} />
        </Notice>
      )}
      {choices ? (
        <ListingForm
          // Another save by a whole page means another form: what it shows is what is stored now.
          key={`${listing.id} ${saved}`}
          listing={listing}
          choices={choices}
          posted={actionData && !STEPS.includes(actionData.intent) ? actionData : undefined}
          rights={rights}
        />
      ) : (
        <WithRail rail={<ListingRail view={view} />}>
          <ListingArticle listing={listing} />
        </WithRail>
      )}
      <LostRequests items={lost} />
      {contacts && (
        <ContactPanel
          listing={listing}
          contacts={contacts}
          posted={actionData?.intent === 'contact' ? actionData : undefined}
        />
      )}
      <div className={editor.finalSteps}>
        <FinalSteps listing={listing} result={actionData} />
      </div>
    </>
  )
}

function Heading({ listing }: { listing: Listing & { editing: ListingEditing } }) {
  const { t } = useTranslation(['editor', 'needs'])
  const locale = useLocale()
  const title = pick(listing, 'title', locale) || t('untitled')
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: '/workspace/listings' }]}
        title={title}
        eyebrow={
          <>
            <StateBadge subject="listing" state={listing.state} />
            <span>{labelOf(LISTING_KINDS, listing.kind, locale)}</span>
            {listing.version > 0 && <span>{t('version', { version: listing.version })}</span>}
          </>
        }
        actions={
          listing.version > 0 && (
            <>
              <Button component={Link} to={`${paths.matchingNeeds}?listing=${listing.id}`} variant="subtle">
                {t('needs:matching.title')}
              </Button>
              <Button component={Link} to={`/workspace/listings/${listing.id}/versions`} variant="default">
                {t('versions.open')}
              </Button>
              <Button component={Link} to={paths.listing(listing.id)} variant="default">
                {t('standing.publicPage')}
              </Button>
            </>
          )
        }
      />
    </>
  )
}
