import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import { loadListing } from '../../../features/listing/load-listing.server.ts'
import { Rights } from '../../../features/listing/rights.tsx'
import editor from '../../../features/listing-editor/editor.module.css'
import { ProblemList } from '../../../features/listing-editor/progress-panel.tsx'
import { ListingText } from '../../../features/listing-review/listing-text.tsx'
import { attempt, fieldProblemsOf, problemResponse } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { CheckField } from '../../../ui/form/check-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/submit.ts'

const editorOf = (id: string) => `/workspace/listings/${id}`

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const now = await loadListing(api, params.id, 'working')
  const { editing } = now.listing
  if (editing === null) throw problemResponse({ status: 404, code: 'listing.not_found', details: {} })
  // Nothing to hand in: it is with the reviewers already, or it is closed.
  if (!editing.commands.includes('edit')) throw redirect(editorOf(params.id))
  const before = now.listing.version > 0 ? await loadListing(api, params.id, 'public') : null
  return { now, before, editing }
}

export async function action({ context, params }: Route.ActionArgs) {
  const path = `/api/listings/${encodeURIComponent(params.id)}/submit`
  const answer = await attempt(() => apiOf(context).sendOnly('POST', path))
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(`${editorOf(params.id)}?done=submitted`)
}

export default function SubmitListing({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const { now, before, editing } = loaderData
  const { listing } = now
  const title = pick(listing, 'title', locale) || t('untitled')
  return (
    <>
      <PageHead title={t('submit.title')} unlisted />
      <PageHeader
        trail={[
          { label: t('list.title'), to: '/workspace/listings' },
          { label: title, to: editorOf(listing.id) },
        ]}
        title={t('submit.title')}
        lead={t(before === null ? 'submit.lead' : 'submit.leadChanges')}
        actions={
          <Button component={Link} to={`${paths.listing(listing.id)}?view=preview`} variant="default">
            {t('submit.preview')}
          </Button>
        }
      />
      {editing.problems.length > 0 && (
        <Notice tone="needs-you" title={t('progress.missing', { count: editing.problems.length })}>
          <ProblemList problems={editing.problems} base={editorOf(listing.id)} />
        </Notice>
      )}
      <ListingText now={now} before={before} rights={<Rights rights={listing.rights} />} />
      <Confirmation view={loaderData} result={actionData} />
    </>
  )
}

interface ConfirmationProps {
  view: Route.ComponentProps['loaderData']
  result: Route.ComponentProps['actionData']
}

/** The last step, and why it cannot be taken yet. */
function Confirmation({ view: { now, before, editing }, result }: ConfirmationProps) {
  const { t } = useTranslation('editor')
  const { organization } = useWorkspace()
  const back = (
    <Button component={Link} to={editorOf(now.listing.id)} variant="default">
      {t('submit.back')}
    </Button>
  )
  const unverified = organization !== null && organization.state !== 'verified'
  const unchanged = before !== null && editing.changes === null
  const reason = unverified ? 'unverified' : unchanged ? 'unchanged' : null
  if (reason || editing.problems.length > 0) {
    return (
      <div className={editor.confirmBar}>
        <p>{t(`submit.not.${reason ?? 'incomplete'}`)}</p>
        <Group mt="md">{back}</Group>
      </div>
    )
  }
  const problem = result?.problem
  return (
    <div className={editor.confirmBar}>
      <MarketForm problem={problem && fieldProblemsOf(problem).length > 0 ? undefined : problem}>
        <p>{t('submit.explain')}</p>
        <CheckField path="confirmed" label={t('submit.check')} required mt="md" />
        <Group>
          <SubmitButton>{t('submit.now')}</SubmitButton>
          {back}
        </Group>
      </MarketForm>
    </div>
  )
}
