import { StatisticsDetails, StatisticsList } from '@market/contracts/indicators'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { attempt } from '../../lib/api/problem.ts'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { invalidForm, readForm, typedValues } from '../../lib/read-form.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import type { Route } from './+types/statistics.ts'

const STATED = ['title', 'source', 'definition', 'publishedOn'] as const

export async function loader({ context }: Route.LoaderArgs) {
  return apiOf(context).get('/api/statistics', StatisticsList)
}

/** Uploads a table as a draft; its page shows what the check found. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = typedValues(form)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) {
    return data({ problem: invalidForm([{ path: 'file', code: 'field.required' }]), typed }, { status: 422 })
  }
  const read = readForm(form)
  const upload = new FormData()
  for (const name of STATED) upload.append(name, read.text(name))
  upload.append('file', file)
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/statistics', upload, StatisticsDetails),
  )
  if (answer.ok) return redirect(`/workspace/statistics/${answer.value.id}`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function Statistics({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const loads = may(useWorkspace().actor, 'statistics.load')
  const typed = actionData?.typed
  return (
    <>
      <PageHead title={t('official.desk.title')} unlisted />
      <PageHeader title={t('official.desk.title')} lead={t('official.desk.lead')} />
      {loads && (
        <ActionPanels>
          <ActionPanel label={t('official.desk.upload')} tone="primary" open={actionData !== undefined}>
            <MarketForm problem={actionData?.problem} encType="multipart/form-data">
              <p>{t('official.desk.columns')}</p>
              <FileField path="file" label={t('official.desk.file')} accept=".xlsx,.csv" required />
              <TextField
                path="title"
                label={t('official.desk.name')}
                maxLength={200}
                required
                defaultValue={typed?.title}
              />
              <TextField
                path="source"
                label={t('official.desk.source')}
                maxLength={500}
                required
                defaultValue={typed?.source}
              />
              <TextareaField
                path="definition"
                label={t('official.desk.definition')}
                maxLength={2000}
                required
                defaultValue={typed?.definition}
              />
              <TextField
                path="publishedOn"
                type="date"
                label={t('official.desk.publishedOn')}
                required
                defaultValue={typed?.publishedOn}
              />
              <SubmitButton mt="md">{t('official.desk.check')}</SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('official.none')}>{t('official.desk.noneHint')}</EmptyState>
      ) : (
        <RecordList>
          {items.map(({ id, title, source, publishedOn, state }) => (
            <RecordRow
              key={id}
              to={`/workspace/statistics/${id}`}
              title={title}
              meta={`${source} · ${formatDay(publishedOn, locale)}`}
              note={t(`official.desk.${state}`)}
            />
          ))}
        </RecordList>
      )}
    </>
  )
}
