import { codesOf, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import { TURNOVER_BREAKDOWNS as BREAKDOWN_LIST, TURNOVER_VIEWS as VIEW_LIST } from '@market/domain/indicators'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { z } from 'zod'
import { Instant, PageQuery, pageOf } from '../shared/index.ts'
import { PlanSummary } from './plan.ts'
import { released, sums, TurnoverSums } from './sums.ts'

const Year = z.coerce.number().int().min(1980).max(2200)

/** No register is that old or that young, and the database reads no year 0 and none of five digits. */
const FIRST_INSTANT = new Date('1900-01-01T00:00:00Z')
const LAST_INSTANT = new Date('2999-12-31T23:59:59Z')

/**
 * An instant of the past: the answer is the one this register would have given then; for the public, of the newest release
 * by then. Left out: now.
 */
const AsKnownAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => at >= FIRST_INSTANT && at <= LAST_INSTANT, { error: 'instant.out_of_range' })
  .optional()

/** The breakdowns of a plan's page; /api/turnover has all of them. */
export const PLAN_BREAKDOWNS = ['type', 'field', 'planIndustry'] as const

const BusinessDate = z.iso.date().refine((date) => date >= '1980-01-01' && date <= '2200-12-31')

const measures = {
  ...sums,
  /** Contract amount per contract, rounded to the fen. */
  averageFen: z.int().nullable(),
  /** The same days a year earlier. */
  previous: TurnoverSums,
  /** Growth of the contract amount over them: 0.25 is a quarter more; null where there was nothing. */
  growth: z.number().nullable(),
}

const figure = {
  ...measures,
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
  nameZh: z.string(),
  nameEn: z.string(),
  /** Of the year's contract amount, 0 to 1. */
  share: z.number().nullable(),
})

export const TurnoverBreakdown = z.object({
  by: z.enum(PLAN_BREAKDOWNS),
  /** Every code of the list, also those without a contract. */
  items: z.array(TurnoverBucket),
})

export const PlanTurnoverQuery = z.object({
  /** Year of the breakdowns; left out: this year if the plan covers it, else its last. */
  year: Year.optional(),
  /** One breakdown; left out: all three. */
  by: z.enum(PLAN_BREAKDOWNS).optional(),
  asKnownAt: AsKnownAt,
})

export const PlanTurnover = z
  .object({
    plan: PlanSummary,
    /** Every registered contract counts once, wherever its parties are. */
    view: z.literal('registered'),
    asKnownAt: Instant,
    released,
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
    view: z.literal('registered'),
    asKnownAt: Instant,
    released,
    /** The plan that covers the year, or else the newest; null when none is set up. */
    plan: PlanSummary.nullable(),
    pathFen: z.int().nullable(),
    targetFen: z.int().nullable(),
    /** Contract amount over the plan's target; null without a target. */
    share: z.number().nullable(),
  })
  .meta({ id: 'TurnoverSummary' })
export type TurnoverSummary = z.infer<typeof TurnoverSummary>

const View = z.enum(codesOf(VIEW_LIST))
const Breakdown = z.enum(codesOf(BREAKDOWN_LIST))

export const TurnoverQuery = z.object({
  /** registered: every contract once; output, intake, self: by region; unique: output + intake − self. */
  view: View.default('registered'),
  by: Breakdown.default('total'),
  /** Business dates (Asia/Shanghai), both included; this year when left out. The public reads whole months, by code whole years. */
  from: BusinessDate.optional(),
  to: BusinessDate.optional(),
  asKnownAt: AsKnownAt,
})

const openedFigure = {
  ...measures,
  /** Of the total's contract amount, 0 to 1. */
  share: z.number().nullable(),
  /** Null where the list would tell more of each contract than its public columns. */
  contractsQuery: z.string().nullable(),
}

export const TurnoverItem = z.object({
  /** A code of the breakdown's list, a region, an organization, or a period (2026, 2026-Q1, 2026-03). */
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  ...openedFigure,
})

export const Turnover = z
  .object({
    view: View,
    by: Breakdown,
    from: z.string(),
    to: z.string(),
    asKnownAt: Instant,
    released,
    /** The place that output and intake are seen from. */
    regionCode: z.string(),
    /** Cells on fewer contracts are hidden from the public; null for a reader of every cell. */
    smallestCell: z.int().nullable(),
    total: z.object(openedFigure),
    items: z.array(TurnoverItem),
  })
  .meta({ id: 'Turnover' })
export type Turnover = z.infer<typeof Turnover>

export const TurnoverContractsQuery = PageQuery.extend({
  year: Year.optional(),
  /** Instead of a year: business dates, both included. */
  from: BusinessDate.optional(),
  to: BusinessDate.optional(),
  view: View.optional(),
  /** One more dimension with its code; other than type, field and planIndustry for the authority alone. */
  by: Breakdown.optional(),
  code: z.string().max(60).optional(),
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
