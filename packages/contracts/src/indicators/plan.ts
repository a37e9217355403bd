import { INDICATOR_STATES } from '@market/domain/indicators'
import { z } from 'zod'
import { DateText, Instant, Line, OptionalLine } from '../shared/index.ts'
import { TurnoverSums } from './sums.ts'

export const PlanParams = z.object({ key: z.string().min(1).max(60) })

export const PlanSummary = z
  .object({
    key: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    /** The document that decided it; null for a sample plan. */
    source: z.string().nullable(),
    regionCode: z.string(),
    startYear: z.int(),
    endYear: z.int(),
    sample: z.boolean(),
  })
  .meta({ id: 'PlanSummary' })
export type PlanSummary = z.infer<typeof PlanSummary>
export const PlanList = z.object({ items: z.array(PlanSummary) })

/** A figure of one year in the indicator's unit (turnover in fen), as decimal text: reported figures are not all integers. */
export const IndicatorValue = z.object({
  year: z.int(),
  value: z.string(),
  /** Where a reported figure comes from; null for one computed here. */
  source: z.string().nullable(),
  /** When the source of a reported figure was published, and how often it was entered; 1 is the first. */
  publishedOn: z.string().nullable(),
  revision: z.int(),
})

export const Indicator = z
  .object({
    key: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    definitionZh: z.string(),
    definitionEn: z.string(),
    unitZh: z.string(),
    unitEn: z.string(),
    ownerZh: z.string(),
    ownerEn: z.string(),
    feed: z.enum(['computed', 'reported']),
    computation: z.enum(['turnover', 'verified_agencies', 'verified_providers']).nullable(),
    baselineText: z.string(),
    baselineValue: z.string().nullable(),
    targetValue: z.string().nullable(),
    /** The plan's yearly path, oldest first. */
    path: z.array(z.object({ year: z.int(), value: z.string() })),
    values: z.array(IndicatorValue),
    /** The newest figure there is; null when none was ever reported. */
    latest: IndicatorValue.nullable(),
    /** The newest figure against the plan: `aim` is what it wanted of that year, by path. */
    state: z.enum(INDICATOR_STATES),
    aim: z.string().nullable(),
  })
  .meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof Indicator>

export const Plan = PlanSummary.extend({
  indicators: z.array(Indicator),
  computedAt: Instant,
}).meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>

export const IndicatorParams = PlanParams.extend({ indicator: z.string().min(1).max(60) })

export const RecordIndicatorValue = z.object({
  year: z.int().min(1980).max(2200),
  value: z.string().trim().max(24),
  source: Line(300),
  publishedOn: DateText,
  /** Why a figure that stands is corrected; needed then. */
  reason: OptionalLine(300).default(''),
})

export const ReportedValue = IndicatorValue.extend({ reason: z.string(), enteredAt: Instant }).meta({
  id: 'ReportedValue',
})
export type ReportedValue = z.infer<typeof ReportedValue>
export const ReportedValueList = z.object({ items: z.array(ReportedValue) })

export const TurnoverForecast = z
  .object({
    year: z.int(),
    asOf: Instant,
    /** This year so far: the least there will be, but for changes and cancellations. */
    registered: TurnoverSums,
    /** Filed and not decided; null for the public, which reads only what was released. */
    undecided: z.object({ contractCount: z.int(), contractAmountFen: z.int() }).nullable(),
    /** Two significant digits for the public. */
    expectedFen: z.int(),
    highFen: z.int(),
    /** Mean share of the year that `years` had reached by the end of last month; null without one. */
    seasonalShare: z.number().nullable(),
    years: z.array(z.int()),
    methodZh: z.string(),
    methodEn: z.string(),
  })
  .meta({ id: 'TurnoverForecast' })
export type TurnoverForecast = z.infer<typeof TurnoverForecast>
