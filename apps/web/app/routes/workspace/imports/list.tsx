import { RegistrationImport, RegistrationImportPage } from '@market/contracts/registration'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import classes from '../../../features/registration-desk/imports.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { formatInstant } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

const FORMATS = ['xlsx', 'csv'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const { actor } = workspaceOf(context)
  const page = await apiOf(context).get('/api/registration-imports', RegistrationImportPage, { cursor })
  return {
    page,
    uploads: may(actor, 'import.create', null),
    exports: may(actor, 'registration.export', null),
  }
}

/** Uploads the file; the worker checks it and enters nothing yet. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const file = form.get('file')
  const typed = typedValues(form)
  if (!(file instanceof File) || file.size === 0) {
    return data({ problem: invalidForm([{ path: 'file', code: 'field.required' }]), typed }, { status: 422 })
  }
  const upload = new FormData()
  upload.append('source', readForm(form).text('source'))
  upload.append('file', file)
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/registration-imports', upload, RegistrationImport),
  )
  if (answer.ok) return redirect(paths.import(answer.value.id))
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('imports')
  const locale = useLocale()
  const { page, uploads, exports } = loaderData
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className={classes.links}>
        {FORMATS.map((format) => (
          <a key={format} href={paths.importTemplate(format)}>
            {t('template', { format: format.toUpperCase() })}
          </a>
        ))}
        {exports &&
          FORMATS.map((format) => (
            <a key={format} href={paths.registrationsExport(format)}>
              {t('export', { format: format.toUpperCase() })}
            </a>
          ))}
      </p>
      {uploads && (
        <ActionPanels>
          <ActionPanel label={t('upload.title')} tone="primary" open={actionData !== undefined}>
            <MarketForm problem={actionData?.problem} encType="multipart/form-data">
              <p>{t('upload.explain')}</p>
              <FileField path="file" label={t('upload.file')} accept=".xlsx,.csv" required />
              <TextField
                path="source"
                label={t('upload.source')}
                description={t('upload.sourceHint')}
                maxLength={200}
                defaultValue={actionData?.typed.source}
              />
              <SubmitButton>{t('upload.now')}</SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
      {page.items.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <RecordList label={t('title')}>
        {page.items.map((item) => (
          <RecordRow
            key={item.id}
            to={paths.import(item.id)}
            title={item.fileName}
            badge={t(`state.${item.state}`)}
            meta={`${item.source} ${t('rows', { count: item.rowCount })}`}
            note={formatInstant(item.createdAt, locale)}
          />
        ))}
      </RecordList>
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
