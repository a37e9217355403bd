import { codesOf, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { z } from 'zod'
import { Instant, PageQuery, pageOf } from '../shared/index.ts'
import { PlanSummary } from './plan.ts'

const Year = z.coerce.number().int().min(1980).max(2200)

/** An instant of the past: the answer is the one this register would have given then. Left out: now. */
const AsKnownAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()

export const TURNOVER_BREAKDOWNS = ['type', 'field', 'planIndustry'] as const

const figure = {
  contractCount: z.int(),
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  /** Query of /api/turnover/contracts that lists the contracts this figure is made of. */
  contractsQuery: z.string(),
}

export const TurnoverFigure = z.object(figure)

export const TurnoverYear = z.object({
  ...figure,
  year: z.int(),
  /** False while the year has not begun in Asia/Shanghai: a zero then means nothing. */
  begun: z.boolean(),
  /** The plan's path for the year; null where the plan names none. */
  pathFen: z.int().nullable(),
})

export const TurnoverBucket = z.object({
  ...figure,
  /** Code of the contract type, technical field or plan industry. */
  code: z.string(),
  /** Of the year's contract amount, 0 to 1. */
  share: z.number(),
})

export const TurnoverBreakdown = z.object({
  by: z.enum(TURNOVER_BREAKDOWNS),
  /** Every code of the list, also those without a contract. */
  items: z.array(TurnoverBucket),
})

export const PlanTurnoverQuery = z.object({
  /** Year of the breakdowns; left out: this year if the plan covers it, else its last. */
  year: Year.optional(),
  /** One breakdown; left out: all three. */
  by: z.enum(TURNOVER_BREAKDOWNS).optional(),
  asKnownAt: AsKnownAt,
})

export const PlanTurnover = z
  .object({
    plan: PlanSummary,
    /** Every registered contract counts once, wherever its parties are. */
    view: z.literal('unique'),
    asKnownAt: Instant,
    targetFen: z.int().nullable(),
    years: z.array(TurnoverYear),
    year: z.int(),
    total: TurnoverFigure,
    breakdowns: z.array(TurnoverBreakdown),
  })
  .meta({ id: 'PlanTurnover' })
export type PlanTurnover = z.infer<typeof PlanTurnover>

export const TurnoverSummaryQuery = z.object({ year: Year.optional(), asKnownAt: AsKnownAt })

export const TurnoverSummary = z
  .object({
    ...figure,
    year: z.int(),
    view: z.literal('unique'),
    asKnownAt: Instant,
    /** The plan that covers the year, or else the newest; null when none is set up. */
    plan: PlanSummary.nullable(),
    pathFen: z.int().nullable(),
    targetFen: z.int().nullable(),
    /** Contract amount over the plan's target; null without a target. */
    share: z.number().nullable(),
  })
  .meta({ id: 'TurnoverSummary' })
export type TurnoverSummary = z.infer<typeof TurnoverSummary>

export const TurnoverContractsQuery = PageQuery.extend({
  year: Year.optional(),
  type: z.enum(codesOf(CONTRACT_TYPES)).optional(),
  field: z.enum(codesOf(TECHNICAL_FIELDS)).optional(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).optional(),
  asKnownAt: AsKnownAt,
})

/**
 * One contract behind a figure, in the columns everybody may read. Parties and titles are not among them, and a single
 * contract's amount is a cell that stands on one contract: only operator and authority see it, others read null.
 */
export const TurnoverContract = z
  .object({
    number: z.string(),
    /** Month of registration, YYYY-MM. */
    registeredMonth: z.string(),
    /** In the view of today's five types. */
    type: z.enum(codesOf(CONTRACT_TYPES)),
    technicalField: z.enum(codesOf(TECHNICAL_FIELDS)),
    planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)),
    contractAmountFen: z.int().nullable(),
    technologyAmountFen: z.int().nullable(),
  })
  .meta({ id: 'TurnoverContract' })
export type TurnoverContract = z.infer<typeof TurnoverContract>
/** `contractCount` is that of the whole figure, not of the page. */
export const TurnoverContractPage = pageOf(TurnoverContract).extend({ contractCount: z.int() })
