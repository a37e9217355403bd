import { StatisticsDetails } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { ProblemsTable } from '../../features/plans/statistics/problems-table.tsx'
import { TotalsTable } from '../../features/plans/statistics/totals-table.tsx'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { formatCount, formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Digest } from '../../ui/digest.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/statistics-detail.ts'

const addressOf = (id: string): string => `/api/statistics/${encodeURIComponent(id)}`

export async function loader({ context, params }: Route.LoaderArgs) {
  return apiOf(context).get(addressOf(params.id), StatisticsDetails)
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const api = apiOf(context)
  const publishes = textOf(await request.formData(), 'intent') === 'publish'
  const answer = await attempt(() =>
    publishes
      ? api.sendOnly('POST', `${addressOf(params.id)}/publish`)
      : api.sendOnly('DELETE', addressOf(params.id)),
  )
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(publishes ? `/workspace/statistics/${params.id}` : '/workspace/statistics')
}

export default function StatisticsDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const { title, source, definition, publishedOn, state, problems, totals, loads, errorCount } = loaderData
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[{ label: t('official.desk.title'), to: '/workspace/statistics' }]}
        title={title}
        lead={definition}
      />
      <ErrorSummary problem={actionData?.problem} />
      {loads && state === 'draft' && (
        <ActionPanels>
          {errorCount === 0 && (
            <ActionPanel label={t('official.desk.publish')} tone="primary">
              <MarketForm>
                <p>{t('official.desk.publishHint')}</p>
                <SubmitButton name="intent" value="publish" mt="md">
                  {t('official.desk.publish')}
                </SubmitButton>
              </MarketForm>
            </ActionPanel>
          )}
          <ActionPanel label={t('official.desk.discard')} tone="grave">
            <MarketForm>
              <p>{t('official.desk.discardHint')}</p>
              <SubmitButton name="intent" value="discard" color="clay" mt="md">
                {t('official.desk.discard')}
              </SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
      <Facts>
        <Fact label={t('official.desk.state')}>{t(`official.desk.${state}`)}</Fact>
        <Fact label={t('official.desk.source')}>{source}</Fact>
        <Fact label={t('official.desk.publishedOn')}>{formatDay(publishedOn, locale)}</Fact>
        <Fact label={t('official.desk.rows')}>{formatCount(loaderData.rowCount, locale)}</Fact>
        <Fact label={t('official.desk.figures')}>{formatCount(loaderData.valueCount, locale)}</Fact>
        <Fact label={t('official.desk.errors')}>{formatCount(errorCount, locale)}</Fact>
        <Fact label={t('periods.hash')}>
          <Digest value={loaderData.sha256} />
        </Fact>
      </Facts>
      {problems.length > 0 && (
        <section>
          <h2>{t('official.desk.problems')}</h2>
          <ProblemsTable problems={problems} />
        </section>
      )}
      <section>
        <h2>{t('official.totals')}</h2>
        <TotalsTable totals={totals.toReversed()} />
      </section>
    </>
  )
}
