import { useTranslation } from 'react-i18next'
import { BreakdownSection } from '../features/plans/breakdown-section.tsx'
import { Forecast } from '../features/plans/forecast.tsx'
import { IndicatorTable } from '../features/plans/indicator-table.tsx'
import { loadPlan } from '../features/plans/load-plan.server.ts'
import classes from '../features/plans/plans.module.css'
import { Reports } from '../features/plans/reports.tsx'
import { TurnoverSentence } from '../features/plans/turnover-sentence.tsx'
import { TurnoverYears } from '../features/plans/turnover-years.tsx'
import { YearLinks } from '../features/plans/year-links.tsx'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { Chart } from '../ui/chart.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/plan.ts'

export function loader({ context, params, url }: Route.LoaderArgs) {
  return loadPlan(apiOf(context), params.key, url.searchParams, localeFrom(context))
}

export default function PlanPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { plan, turnover, chart, forecast } = loaderData
  const name = pick(plan, 'name', locale)
  const period = { from: plan.startYear, to: plan.endYear }
  return (
    <>
      <PageHead title={name} description={t('plan.description', { plan: name })} keep={['year']} />
      {plan.sample && <Notice tone="needs-you">{t('plan.sampleNotice')}</Notice>}
      <PageHeader
        trail={[{ label: t('list.title'), to: '/plans' }]}
        title={name}
        eyebrow={plan.source ? `${t('list.years', period)} · ${plan.source}` : t('list.years', period)}
      />
      <TurnoverSentence turnover={turnover} />
      <section className={classes.section}>
        <h2>{t('plan.turnoverTitle')}</h2>
        <div className={classes.figures}>
          <Chart drawing={chart} label={t('plan.chart', period)} />
          <TurnoverYears years={turnover.years} />
        </div>
        <Definition plan={plan} />
      </section>
      {forecast && <Forecast forecast={forecast} />}
      <Breakdowns {...loaderData} />
      <section className={classes.section}>
        <h2>{t('plan.indicatorsTitle')}</h2>
        <IndicatorTable planKey={plan.key} indicators={plan.indicators} />
      </section>
      <Reports plan={plan} />
    </>
  )
}

type View = Route.ComponentProps['loaderData']

function Breakdowns({ turnover, breakdownCharts }: View) {
  const { t } = useTranslation('plans')
  const { year, total, breakdowns } = turnover
  return (
    <section className={classes.section}>
      <h2>{t('plan.breakdowns', { year })}</h2>
      <YearLinks turnover={turnover} />
      {total.contractCount === 0 ? (
        <p className={classes.quiet}>{t('plan.emptyYear', { year })}</p>
      ) : (
        breakdowns.map((breakdown) => (
          <BreakdownSection
            key={breakdown.by}
            breakdown={breakdown}
            year={year}
            chart={breakdownCharts[breakdown.by]}
          />
        ))
      )}
    </section>
  )
}

function Definition({ plan }: Pick<View, 'plan'>) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const indicator = plan.indicators.find(({ computation }) => computation === 'turnover')
  if (indicator === undefined) return null
  return (
    <dl className={classes.definition}>
      <dt>{t('plan.definition')}</dt>
      <dd>{pick(indicator, 'definition', locale)}</dd>
      <dt>{t('plan.owner')}</dt>
      <dd>{pick(indicator, 'owner', locale)}</dd>
    </dl>
  )
}
