import type {
  Assessment,
  Indicator,
  Plan,
  PlanSummary,
  PlanTurnover,
  PublishedPeriod,
  PublishedPeriodSummary,
  ReleasedState,
  ReportedValue,
  Turnover,
  TurnoverContract,
  TurnoverForecast,
  TurnoverSummary,
} from '@market/contracts/indicators'
import { FORECAST_METHOD } from '@market/domain/indicators'
import type {
  AssessmentRecord,
  ForecastRecord,
  IndicatorValueRecord,
  PlanDetails,
  PlanRecord,
  PlanTurnoverRecord,
  PublishedPeriodDetails,
  PublishedPeriodSummary as PublishedPeriodSummaryRecord,
  ReleasedState as ReleasedStateRecord,
  ReportedValueRecord,
  TurnoverContractRecord,
  TurnoverRecord,
  TurnoverSummaryRecord,
} from '@market/services/indicators'

export const presentReleased = ({ releasedAt, nextAt }: ReleasedStateRecord): ReleasedState => ({
  releasedAt: releasedAt?.toISOString() ?? null,
  nextAt: nextAt.toISOString(),
})

const presentReader = ({
  asKnownAt,
  released,
}: {
  asKnownAt: Date
  released: ReleasedStateRecord | null
}) => ({
  asKnownAt: asKnownAt.toISOString(),
  released: released && presentReleased(released),
})

export const presentPlanSummary = (plan: PlanRecord): PlanSummary => {
  const { key, nameZh, nameEn, source, regionCode, startYear, endYear, sample } = plan
  return { key, nameZh, nameEn, source, regionCode, startYear, endYear, sample }
}

const presentValue = ({ year, value, source, publishedOn, revision }: IndicatorValueRecord) => ({
  year,
  value,
  source,
  publishedOn,
  revision,
})

export const presentReportedValue = (reported: ReportedValueRecord): ReportedValue => ({
  ...presentValue(reported),
  reason: reported.reason,
  enteredAt: reported.enteredAt.toISOString(),
})

export const presentForecast = (forecast: ForecastRecord): TurnoverForecast => ({
  ...forecast,
  asOf: forecast.asOf.toISOString(),
  methodZh: FORECAST_METHOD.zh,
  methodEn: FORECAST_METHOD.en,
})

export const presentPeriodSummary = (period: PublishedPeriodSummaryRecord): PublishedPeriodSummary => ({
  ...period,
  publishedAt: period.publishedAt.toISOString(),
})

export const presentPeriod = (period: PublishedPeriodDetails): PublishedPeriod => ({
  ...period,
  publishedAt: period.publishedAt.toISOString(),
})

const presentIndicator = ({
  indicator,
  values: found,
  state,
  aim,
}: PlanDetails['indicators'][number]): Indicator => {
  const { planKey, position, path, ...stated } = indicator
  const values = found.map(presentValue)
  const years = Object.entries(path).map(([year, value]) => ({ year: Number(year), value: String(value) }))
  return {
    ...stated,
    path: years.sort((left, right) => left.year - right.year),
    values,
    latest: values.at(-1) ?? null,
    state,
    aim: aim === null ? null : String(aim),
  }
}

export const presentPlan = ({ plan, indicators, computedAt }: PlanDetails): Plan => ({
  ...presentPlanSummary(plan),
  indicators: indicators.map(presentIndicator),
  computedAt: computedAt.toISOString(),
})

/** Figures of a plan all open in the public list of contracts. */
const opened = <Figure extends { contractsQuery: string | null }>(figure: Figure) => ({
  ...figure,
  contractsQuery: figure.contractsQuery ?? '',
})

export const presentPlanTurnover = (turnover: PlanTurnoverRecord): PlanTurnover => ({
  ...turnover,
  plan: presentPlanSummary(turnover.plan),
  view: 'registered',
  ...presentReader(turnover),
  years: turnover.years.map(opened),
  total: opened(turnover.total),
  breakdowns: turnover.breakdowns.map(({ by, items }) => ({ by, items: items.map(opened) })),
})

export const presentTurnoverSummary = (summary: TurnoverSummaryRecord): TurnoverSummary => ({
  ...opened(summary),
  plan: summary.plan && presentPlanSummary(summary.plan),
  view: 'registered',
  ...presentReader(summary),
})

export const presentTurnover = (turnover: TurnoverRecord): Turnover => ({
  ...turnover,
  ...presentReader(turnover),
})

/** The month, not the day: what is published of one contract stays coarse. */
export const presentTurnoverContract = (contract: TurnoverContractRecord): TurnoverContract => {
  const { number, businessOn, fiveType, technicalField, planIndustry } = contract
  return {
    number,
    registeredMonth: businessOn.slice(0, 7),
    type: fiveType,
    technicalField,
    planIndustry,
    contractAmountFen: contract.contractAmountFen,
    technologyAmountFen: contract.technologyAmountFen,
  }
}

export const presentAssessment = (assessment: AssessmentRecord): Assessment => ({
  plan: presentPlanSummary(assessment.plan),
  kind: assessment.kind,
  year: assessment.year,
  computedAt: assessment.computedAt.toISOString(),
  counts: assessment.counts,
  indicators: assessment.indicators.map(({ indicator, value, aim, state }) => {
    const { key, computation, nameZh, nameEn, unitZh, unitEn, ownerZh, ownerEn } = indicator
    const { baselineText, targetValue } = indicator
    const names = { key, computation, nameZh, nameEn, unitZh, unitEn, ownerZh, ownerEn }
    const stated = { ...names, baselineText, targetValue }
    return { ...stated, aim, value: value && presentValue(value), state }
  }),
  turnover: presentPlanTurnover(assessment.turnover),
})
