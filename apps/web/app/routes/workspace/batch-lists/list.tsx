import { BatchListPage } from '@market/contracts/registration'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import { attempt } from '../../../lib/api/problem.ts'
import { formatDay, formatInstantDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const page = await apiOf(context).get('/api/batch-lists', BatchListPage, { cursor })
  return { page, creates: may(workspaceOf(context).actor, 'batch_list.create', null) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const body = { fromOn: read.text('fromOn'), toOn: read.text('toOn') }
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/batch-lists', body, z.object({ id: z.string() })),
  )
  if (answer.ok) return redirect(paths.batchList(answer.value.id))
  return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
}

export default function BatchLists({ loaderData: { page, creates }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('batchLists')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader title={t('title')} lead={t('lead')} />
      {creates && (
        <ActionPanels>
          <ActionPanel label={t('make.title')} tone="primary" open={actionData !== undefined}>
            <MarketForm problem={actionData?.problem}>
              <p>{t('make.explain')}</p>
              <TextField
                path="fromOn"
                type="date"
                label={t('make.fromOn')}
                maw="14rem"
                mt="md"
                required
                defaultValue={actionData?.typed.fromOn}
              />
              <TextField
                path="toOn"
                type="date"
                label={t('make.toOn')}
                maw="14rem"
                required
                defaultValue={actionData?.typed.toOn}
              />
              <SubmitButton>{t('make.now')}</SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
      {page.items.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <RecordList label={t('title')}>
        {page.items.map((item) => (
          <RecordRow
            key={item.id}
            to={paths.batchList(item.id)}
            title={`${formatDay(item.fromOn, locale)} – ${formatDay(item.toOn, locale)}`}
            badge={item.void ? t('voided') : undefined}
            meta={`${pick(item.agency, 'name', locale)} · ${t('contracts', { count: item.contractCount })}`}
            figure={<Money fen={item.contractAmountFen} />}
            note={formatInstantDay(item.createdAt, locale)}
          />
        ))}
      </RecordList>
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
