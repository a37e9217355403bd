import { ListingImportDetails, ListingImportProblemPage } from '@market/contracts/listings'
import { codesOf } from '@market/domain/codes'
import { LISTING_IMPORT_PROBLEMS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import classes from '../../../features/listing-imports/listing-imports.module.css'
import { MappingForm } from '../../../features/listing-imports/mapping-form.tsx'
import { ProblemKinds } from '../../../features/listing-imports/problem-kinds.tsx'
import { ProblemRows } from '../../../features/listing-imports/problem-rows.tsx'
import { readMapping } from '../../../features/listing-imports/read-mapping.ts'
import { ImportStanding } from '../../../features/listing-imports/standing.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { textOf } from '../../../lib/form-text.ts'
import { formatCount, formatInstant } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/detail.ts'

const REPORTED = ['checked', 'queued', 'running', 'done']
const REPORTS = ['xlsx', 'csv'] as const
const CODES: readonly string[] = codesOf(LISTING_IMPORT_PROBLEMS)

const addressOf = (id: string): string => `/api/listing-imports/${encodeURIComponent(id)}`

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const entry = await api.get(addressOf(params.id), ListingImportDetails)
  const asked = url.searchParams.get('code')
  const code = asked !== null && CODES.includes(asked) ? asked : null
  const query = { cursor: url.searchParams.get('cursor'), code, limit: 50 }
  const problems = REPORTED.includes(entry.state)
    ? await api.get(`${addressOf(params.id)}/problems`, ListingImportProblemPage, query)
    : { items: [], nextCursor: null }
  return { entry, problems, code }
}

function sendStep(api: ReturnType<typeof apiOf>, id: string, intent: string, form: FormData) {
  if (intent === 'map') return api.sendOnly('PUT', `${addressOf(id)}/mapping`, readMapping(form))
  if (intent === 'commit' || intent === 'cancel') return api.sendOnly('POST', `${addressOf(id)}/${intent}`)
  const code = textOf(form, 'code')
  const row = Number(textOf(form, 'row'))
  const which = { ...(code === '' ? {} : { code }), ...(row > 0 ? { row } : {}) }
  return api.sendOnly('POST', `${addressOf(id)}/repairs`, { decision: intent, ...which })
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  if (!['map', 'commit', 'cancel', 'accepted', 'rejected'].includes(intent)) {
    return data({ problem: invalidForm([{ path: 'intent', code: 'field.invalid_value' }]) }, { status: 422 })
  }
  const answer = await attempt(() => sendStep(apiOf(context), params.id, intent, form))
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  const { search } = new URL(request.url)
  const stays = intent === 'accepted' || intent === 'rejected'
  return redirect(`${paths.listingImport(params.id)}${stays ? search : ''}`)
}

export default function ListingImportDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('listingImports')
  const { entry } = loaderData
  const maps = entry.actions.includes('map')
  const mapsFirst = entry.state === 'mapping'
  return (
    <>
      <PageHead title={entry.fileName} unlisted />
      <PageHeader trail={[{ label: t('title'), to: paths.listingImports }]} title={entry.fileName} />
      <ImportStanding entry={entry} />
      {maps && mapsFirst ? (
        <MappingForm entry={entry} problem={actionData?.problem} />
      ) : (
        <ErrorSummary problem={actionData?.problem} />
      )}
      <Result entry={entry} />
      <Steps entry={entry} />
      <ImportFacts entry={entry} />
      {REPORTED.includes(entry.state) && <Report {...loaderData} />}
      {maps && !mapsFirst && (
        <ActionPanels>
          <ActionPanel label={t('mapping.again')}>
            <MappingForm entry={entry} problem={undefined} />
          </ActionPanel>
        </ActionPanels>
      )}
    </>
  )
}

type Entry = Route.ComponentProps['loaderData']['entry']

function ImportFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const reported = REPORTED.includes(entry.state)
  return (
    <Facts>
      <Fact label={t('facts.rows')}>{formatCount(entry.rowCount, locale)}</Fact>
      <Fact label={t('facts.empty')}>{formatCount(entry.emptyRows, locale)}</Fact>
      {reported && <Fact label={t('facts.ready')}>{formatCount(entry.readyCount, locale)}</Fact>}
      {reported && (
        <Fact label={t('facts.leftOut')}>{formatCount(entry.rowCount - entry.readyCount, locale)}</Fact>
      )}
      <Fact label={t('facts.createdAt')}>{formatInstant(entry.createdAt, locale)}</Fact>
      {entry.finishedAt && (
        <Fact label={t('facts.finishedAt')}>{formatInstant(entry.finishedAt, locale)}</Fact>
      )}
    </Facts>
  )
}

function Result({ entry }: { entry: Entry }) {
  const { t } = useTranslation('listingImports')
  if (entry.state !== 'done') return null
  return (
    <p>
      {t('result.made', { count: entry.draftCount })}{' '}
      <Link to="/workspace/listings?state=draft">{t('result.toDrafts')}</Link>
    </p>
  )
}

function Report({ entry, problems, code }: Route.ComponentProps['loaderData']) {
  const { t } = useTranslation('listingImports')
  const decides = entry.actions.includes('repair')
  return (
    <section>
      <h2>{t('report.title')}</h2>
      {entry.kinds.length === 0 && <p>{t('report.clean')}</p>}
      {entry.kinds.length > 0 && (
        <>
          <p className={classes.links}>
            {REPORTS.map((format) => (
              <a key={format} href={paths.listingImportReport(entry.id, format)}>
                {t('report.download', { format: format.toUpperCase() })}
              </a>
            ))}
            {code !== null && (
              <Link to={paths.listingImport(entry.id)} preventScrollReset>
                {t('report.allKinds')}
              </Link>
            )}
          </p>
          <ProblemKinds kinds={entry.kinds} decides={decides} current={code} />
          <h3>{t('report.rows')}</h3>
          <ProblemRows problems={problems.items} decides={decides} />
          <Pager nextCursor={problems.nextCursor} />
        </>
      )}
    </section>
  )
}

function Steps({ entry }: { entry: Entry }) {
  const { t } = useTranslation('listingImports')
  const done = entry.state === 'done'
  return (
    <ActionPanels>
      {entry.actions.includes('commit') && (
        <ActionPanel label={t('commit.title')} tone="primary">
          <MarketForm>
            <p>{t('commit.explain', { count: entry.readyCount })}</p>
            <SubmitButton name="intent" value="commit" mt="md">
              {t('commit.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {entry.actions.includes('cancel') && (
        <ActionPanel label={done ? t('undo.title') : t('cancel.title')} tone="grave">
          <MarketForm>
            <p>{done ? t('undo.explain') : t('cancel.explain')}</p>
            <SubmitButton name="intent" value="cancel" color="clay" mt="md">
              {done ? t('undo.now') : t('cancel.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </ActionPanels>
  )
}
