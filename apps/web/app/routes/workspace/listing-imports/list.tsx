import { ListingImport, ListingImportPage } from '@market/contracts/listings'
import { MAX_LISTING_IMPORT_BYTES } from '@market/domain/listings'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import classes from '../../../features/listing-imports/listing-imports.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { formatInstant } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

const TEMPLATES = ['xlsx', 'csv'] as const
const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.json,.ndjson,.jsonl,.xml'

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const { actor } = workspaceOf(context)
  const page = await apiOf(context).get('/api/listing-imports', ListingImportPage, { cursor })
  return { page, uploads: may(actor, 'listing_import.create', null) }
}

/** Uploads the file; the worker reads it and nothing becomes a draft yet. */
export async function action({ request, context }: Route.ActionArgs) {
  const file = (await request.formData()).get('file')
  // A form without a choice sends a file without a name; an empty file is for the API to name.
  if (!(file instanceof File) || file.name === '') {
    return data({ problem: invalidForm([{ path: 'file', code: 'field.required' }]) }, { status: 422 })
  }
  const upload = new FormData()
  upload.append('file', file)
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/listing-imports', upload, ListingImport),
  )
  if (answer.ok) return redirect(paths.listingImport(answer.value.id))
  return data({ problem: answer.problem }, { status: answer.problem.status })
}

export default function ListingImports({ loaderData: { page, uploads }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ label: t('toListings'), to: '/workspace/listings' }]}
      />
      {uploads && (
        <MarketForm problem={actionData?.problem} encType="multipart/form-data">
          <div className={classes.drop}>
            <FileField
              path="file"
              label={t('upload.file')}
              description={t('upload.explain')}
              accept={ACCEPTED}
              mostBytes={MAX_LISTING_IMPORT_BYTES}
              required
            />
          </div>
          <SubmitButton>{t('upload.now')}</SubmitButton>
        </MarketForm>
      )}
      <p className={classes.links}>
        {TEMPLATES.map((format) => (
          <a key={format} href={paths.listingImportTemplate(format)}>
            {t('template', { format: format.toUpperCase() })}
          </a>
        ))}
      </p>
      {page.items.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <RecordList label={t('title')}>
        {page.items.map((item) => (
          <RecordRow
            key={item.id}
            to={paths.listingImport(item.id)}
            title={item.fileName}
            badge={t(`state.${item.state}`)}
            meta={t('rows', { count: item.rowCount })}
            note={formatInstant(item.createdAt, locale)}
          />
        ))}
      </RecordList>
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
