import { INDICATOR_STATES } from '@market/domain/indicators'
import { z } from 'zod'
import { Instant, LocaleCode } from '../shared/index.ts'
import { IndicatorValue, PlanParams, PlanSummary } from './plan.ts'
import { PlanTurnover } from './turnover.ts'

export const AssessmentParams = PlanParams.extend({ kind: z.enum(['yearly', 'midterm', 'final']) })
export const AssessmentQuery = z.object({
  /** Of a yearly assessment; left out: the last year that is over. */
  year: z.coerce.number().int().min(1980).max(2200).optional(),
})
export const AssessmentFileQuery = AssessmentQuery.extend({ lang: LocaleCode.default('zh-CN') })

export const Assessment = z
  .object({
    plan: PlanSummary,
    kind: z.enum(['yearly', 'midterm', 'final']),
    year: z.int(),
    computedAt: Instant,
    /** How many indicators stand how. */
    counts: z.record(z.enum(INDICATOR_STATES), z.int()),
    indicators: z.array(
      z.object({
        key: z.string(),
        computation: z.enum(['turnover', 'verified_agencies', 'verified_providers']).nullable(),
        nameZh: z.string(),
        nameEn: z.string(),
        unitZh: z.string(),
        unitEn: z.string(),
        ownerZh: z.string(),
        ownerEn: z.string(),
        baselineText: z.string(),
        targetValue: z.string().nullable(),
        aim: z.string().nullable(),
        value: IndicatorValue.nullable(),
        state: z.enum(INDICATOR_STATES),
      }),
    ),
    turnover: PlanTurnover,
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.infer<typeof Assessment>

export const AssessmentPdf = z
  .unknown()
  .meta({ type: 'string', contentMediaType: 'application/pdf' })
  .describe('The report.')
export const AssessmentXlsx = z
  .unknown()
  .meta({
    type: 'string',
    contentMediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  .describe('The report as a workbook; amounts in yuan.')
