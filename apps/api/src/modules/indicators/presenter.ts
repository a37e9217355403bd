import type {
  Indicator,
  Plan,
  PlanSummary,
  PlanTurnover,
  Turnover,
  TurnoverContract,
  TurnoverSummary,
} from '@market/contracts/indicators'
import type {
  PlanDetails,
  PlanRecord,
  PlanTurnoverRecord,
  TurnoverContractRecord,
  TurnoverRecord,
  TurnoverSummaryRecord,
} from '@market/services/indicators'

export const presentPlanSummary = (plan: PlanRecord): PlanSummary => {
  const { key, nameZh, nameEn, source, regionCode, startYear, endYear, sample } = plan
  return { key, nameZh, nameEn, source, regionCode, startYear, endYear, sample }
}

const presentIndicator = ({ indicator, values: found }: PlanDetails['indicators'][number]): Indicator => {
  const { planKey, position, path, ...stated } = indicator
  const values = found.map(({ year, value, source }) => ({ year, value, source }))
  const years = Object.entries(path).map(([year, value]) => ({ year: Number(year), value: String(value) }))
  return {
    ...stated,
    path: years.sort((left, right) => left.year - right.year),
    values,
    latest: values.at(-1) ?? null,
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
  asKnownAt: turnover.asKnownAt.toISOString(),
  years: turnover.years.map(opened),
  total: opened(turnover.total),
  breakdowns: turnover.breakdowns.map(({ by, items }) => ({ by, items: items.map(opened) })),
})

export const presentTurnoverSummary = (summary: TurnoverSummaryRecord): TurnoverSummary => ({
  ...opened(summary),
  plan: summary.plan && presentPlanSummary(summary.plan),
  view: 'registered',
  asKnownAt: summary.asKnownAt.toISOString(),
})

export const presentTurnover = (turnover: TurnoverRecord): Turnover => ({
  ...turnover,
  asKnownAt: turnover.asKnownAt.toISOString(),
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
