import type { Database } from '@market/database'
import { turnoverEntries } from '@market/database/schema'
import { type TurnoverSum, ZERO_TURNOVER } from '@market/domain/indicators'
import { and, between, eq, lte, type SQL, sql } from 'drizzle-orm'

export interface TurnoverFilter {
  /** Years of the business date, first and last. */
  years?: readonly [from: number, to: number] | undefined
  type?: string | undefined
  field?: string | undefined
  planIndustry?: string | undefined
  /** Only what was recorded by this instant: the answer the register would have given then. */
  asKnownAt?: Date | undefined
}

/** What a breakdown groups by; the type is that of today's five, so that years compare (invariant 9). */
export const BREAKDOWN_COLUMNS = {
  type: turnoverEntries.fiveType,
  field: turnoverEntries.technicalField,
  planIndustry: turnoverEntries.planIndustry,
} as const
export type TurnoverBreakdownKey = keyof typeof BREAKDOWN_COLUMNS

const equal = (key: TurnoverBreakdownKey, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${BREAKDOWN_COLUMNS[key]} = ${value}`

export const matching = ({ years, type, field, planIndustry, asKnownAt }: TurnoverFilter): SQL | undefined =>
  and(
    years && between(turnoverEntries.businessOn, `${years[0]}-01-01`, `${years[1]}-12-31`),
    equal('type', type),
    equal('field', field),
    equal('planIndustry', planIndustry),
    asKnownAt && lte(turnoverEntries.recordedAt, asKnownAt),
  )

const sums = {
  contractCount: sql<number>`sum(${turnoverEntries.contractCount})`.mapWith(Number),
  contractAmountFen: sql<number>`sum(${turnoverEntries.contractAmountFen})`.mapWith(Number),
  technologyAmountFen: sql<number>`sum(${turnoverEntries.technologyAmountFen})`.mapWith(Number),
}

const businessYear = sql<number>`extract(year from ${turnoverEntries.businessOn})`.mapWith(Number)

/** One sum per year that has entries. */
export const sumByYear = async (db: Database, filter: TurnoverFilter): Promise<Map<number, TurnoverSum>> => {
  const rows = await db
    .select({ year: businessYear, ...sums })
    .from(turnoverEntries)
    .where(matching(filter))
    .groupBy(businessYear)
  return new Map(rows.map(({ year, ...sum }) => [year, sum]))
}

/** One sum per code that has entries. */
export const sumBy = async (
  db: Database,
  key: TurnoverBreakdownKey,
  filter: TurnoverFilter,
): Promise<Map<string, TurnoverSum>> => {
  const code = BREAKDOWN_COLUMNS[key]
  const rows = await db
    .select({ code, ...sums })
    .from(turnoverEntries)
    .where(matching(filter))
    .groupBy(code)
  return new Map(rows.map(({ code: value, ...sum }) => [value, sum]))
}

/** The contracts that stand: booked and, as far as was known, not taken back. */
export const standing = (asKnownAt: Date | undefined): SQL => {
  const known = asKnownAt === undefined ? sql`` : sql` and taken.recorded_at <= ${asKnownAt.toISOString()}`
  return sql`${eq(turnoverEntries.direction, 'book')} and not exists (
    select from ${turnoverEntries} taken
    where taken.registration_id = ${turnoverEntries.registrationId} and taken.version = ${turnoverEntries.version}
      and taken.direction = 'reverse'${known})`
}

export const sumOfYear = async (db: Database, year: number, asKnownAt?: Date): Promise<TurnoverSum> =>
  (await sumByYear(db, { years: [year, year], asKnownAt })).get(year) ?? ZERO_TURNOVER
