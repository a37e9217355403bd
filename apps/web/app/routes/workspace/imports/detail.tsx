import { ImportProblemPage, RegistrationImportDetails } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { ImportProgress } from '../../../features/registration-desk/import-progress.tsx'
import { ImportReport } from '../../../features/registration-desk/import-report.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { textOf } from '../../../lib/form-text.ts'
import { formatCount, formatInstant } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { Digest } from '../../../ui/digest.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { fieldProblemText } from '../../../ui/use-problem-text.ts'
import type { Route } from './+types/detail.ts'

const STEPS = ['commit', 'cancel'] as const

const addressOf = (id: string): string => `/api/registration-imports/${encodeURIComponent(id)}`

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const cursor = url.searchParams.get('cursor')
  const [entry, problems] = await Promise.all([
    api.get(addressOf(params.id), RegistrationImportDetails),
    api.get(`${addressOf(params.id)}/problems`, ImportProblemPage, { cursor, limit: 100 }),
  ])
  return { entry, problems }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const intent = textOf(await request.formData(), 'intent')
  const step = STEPS.find((known) => known === intent)
  if (step === undefined) {
    return data({ problem: invalidForm([{ path: 'intent', code: 'field.invalid_value' }]) }, { status: 422 })
  }
  const answer = await attempt(() => apiOf(context).sendOnly('POST', `${addressOf(params.id)}/${step}`))
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(paths.import(params.id))
}

export default function ImportDetail({ loaderData: { entry, problems }, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation('imports')
  const locale = useLocale()
  return (
    <>
      <PageHead title={entry.fileName} unlisted />
      <PageHeader trail={[{ label: t('title'), to: paths.imports }]} title={entry.fileName} />
      <ErrorSummary problem={actionData?.problem} />
      <ImportProgress entry={entry} />
      {entry.failureCode && <Notice tone="refused">{fieldProblemText(i18n, entry.failureCode)}</Notice>}
      <Steps actions={entry.actions} rows={entry.rowCount} />
      <Facts>
        <Fact label={t('facts.rows')}>{formatCount(entry.rowCount, locale)}</Fact>
        <Fact label={t('facts.errors')}>{formatCount(entry.errorCount, locale)}</Fact>
        <Fact label={t('facts.warnings')}>{formatCount(entry.warningCount, locale)}</Fact>
        <Fact label={t('facts.source')}>{entry.source}</Fact>
        <Fact label={t('facts.createdAt')}>{formatInstant(entry.createdAt, locale)}</Fact>
        {entry.finishedAt && (
          <Fact label={t('facts.finishedAt')}>{formatInstant(entry.finishedAt, locale)}</Fact>
        )}
        <Fact label={t('facts.digest')}>
          <Digest value={entry.sha256} />
        </Fact>
      </Facts>
      {problems.items.length > 0 && (
        <section>
          <h2>{t('report.title')}</h2>
          <ImportReport problems={problems.items} />
          <Pager nextCursor={problems.nextCursor} />
        </section>
      )}
    </>
  )
}

function Steps({ actions, rows }: { actions: readonly string[]; rows: number }) {
  const { t } = useTranslation('imports')
  return (
    <ActionPanels>
      {actions.includes('import.commit') && (
        <ActionPanel label={t('commit.title')} tone="primary">
          <MarketForm>
            <p>{t('commit.explain', { count: rows })}</p>
            <SubmitButton name="intent" value="commit" mt="md">
              {t('commit.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {actions.includes('import.cancel') && (
        <ActionPanel label={t('cancel.title')} tone="grave">
          <MarketForm>
            <p>{t('cancel.explain')}</p>
            <SubmitButton name="intent" value="cancel" color="clay" mt="md">
              {t('cancel.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </ActionPanels>
  )
}
