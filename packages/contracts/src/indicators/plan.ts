import { z } from 'zod'
import { Instant } from '../shared/index.ts'

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
  })
  .meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof Indicator>

export const Plan = PlanSummary.extend({
  indicators: z.array(Indicator),
  computedAt: Instant,
}).meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>
