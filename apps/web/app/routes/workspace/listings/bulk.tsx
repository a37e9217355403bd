import { Box } from '@mantine/core'
import { BulkEdit, BulkPreview, ListingPage } from '@market/contracts/listings'
import { ContactList } from '@market/contracts/organizations'
import { isCodeOf, LISTING_STATE_NAMES } from '@market/domain/codes'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { BulkFields } from '../../../features/bulk-edit/bulk-form.tsx'
import { Outcomes } from '../../../features/bulk-edit/outcomes.tsx'
import { readBulk } from '../../../features/bulk-edit/read-bulk.ts'
import { attempt, type Problem } from '../../../lib/api/problem.ts'
import { textOf } from '../../../lib/form-text.ts'
import { invalidForm } from '../../../lib/read-form.ts'
import { regionChoices } from '../../../lib/region-choices.server.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/bulk.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const cursor = url.searchParams.get('cursor')
  const asked = url.searchParams.get('state')
  const state = asked !== null && isCodeOf(LISTING_STATE_NAMES, asked) ? asked : undefined
  const [page, { items: contacts }] = await Promise.all([
    api.get('/api/listings', ListingPage, { scope: 'mine', state, cursor, limit: 100 }),
    api.get('/api/contacts', ContactList),
  ])
  const all = url.searchParams.get('choose') === 'all'
  return { ...page, state, all, contacts, regions: regionChoices(localeFrom(context)) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf(context)
  const form = await request.formData()
  const { sent, change, problems } = readBulk(form)
  const { ids } = sent
  const refused = (problem: Problem) => data({ problem, preview: null, sent }, { status: problem.status })
  if (ids.length === 0) return refused(invalidForm([{ path: 'ids', code: 'bulk_edit.none_chosen' }]))
  if (problems.length > 0) return refused(invalidForm(problems))
  const body = { ids, change }
  if (textOf(form, 'intent') === 'apply') {
    const done = await attempt(() => api.send('POST', '/api/listing-bulk-edits', body, BulkEdit))
    return done.ok ? redirect(`/workspace/listings/bulk/${done.value.id}`) : refused(done.problem)
  }
  const preview = await attempt(() => api.send('POST', '/api/listing-bulk-edits/preview', body, BulkPreview))
  if (!preview.ok) return refused(preview.problem)
  return data({ problem: undefined, preview: preview.value.items, sent })
}

export default function BulkEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['bulk', 'editor'])
  const { items, state, all, contacts, regions, nextCursor } = loaderData
  const preview = actionData?.preview ?? null
  // A script sees what no longer is what was previewed.
  const [stale, setStale] = useState<typeof preview>(null)
  return (
    <>
      <PageHead title={t('bulk:title')} unlisted />
      <PageHeader
        trail={[{ label: t('editor:list.title'), to: '/workspace/listings' }]}
        title={t('bulk:title')}
        lead={t('bulk:lead')}
      />
      <StateFilter names={LISTING_STATE_NAMES} current={state} />
      {items.length === 0 ? (
        <EmptyState title={t(state ? 'bulk:noneInState' : 'bulk:none')} />
      ) : (
        <MarketForm problem={actionData?.problem} preventScrollReset onInput={() => setStale(preview)}>
          {preview && preview !== stale && (
            <Box mb="xl">
              <Outcomes items={preview} kind="preview" />
              <SubmitButton name="intent" value="apply" mt="md">
                {t('bulk:apply')}
              </SubmitButton>
            </Box>
          )}
          <BulkFields items={items} all={all} contacts={contacts} regions={regions} sent={actionData?.sent} />
          <SubmitButton name="intent" value="preview" variant="default">
            {t('bulk:showPreview')}
          </SubmitButton>
        </MarketForm>
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}
