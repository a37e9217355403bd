import { registrations, turnoverEntries } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { parseRegistrationNumber } from '@market/domain/identifiers'
import type { TurnoverBreakdown, TurnoverView } from '@market/domain/indicators'
import { authorize, may } from '@market/domain/policy'
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, type Page, pageOf, type ServiceContext } from '../index.ts'
import { opensPublicly } from './contracts-query.ts'
import { matching, standing } from './matching-entries.ts'
import type { TurnoverCell } from './read-turnover.ts'
import { type Period, publicPeriod, yearPeriod } from './turnover-period.ts'

export interface ListTurnoverContractsInput {
  year?: number | undefined
  from?: string | undefined
  to?: string | undefined
  view?: TurnoverView | undefined
  /** One more dimension, with its code. */
  by?: TurnoverBreakdown | undefined
  code?: string | undefined
  type?: string | undefined
  field?: string | undefined
  planIndustry?: string | undefined
  asKnownAt?: Date | undefined
  cursor?: string | undefined
  limit: number
}

type Entry = typeof turnoverEntries.$inferSelect

export interface TurnoverContractRecord
  extends Pick<Entry, 'businessOn' | 'fiveType' | 'technicalField' | 'planIndustry'> {
  number: string
  /** Null for whoever may not read single amounts. */
  contractAmountFen: number | null
  technologyAmountFen: number | null
}

export interface TurnoverContractPageRecord extends Page<TurnoverContractRecord> {
  contractCount: number
}

/** A cursor names the contract it follows by its number: the day it was registered on is not for everybody. */
const after = (cursor: string): SQL => {
  const [number = ''] = decodeCursor(cursor, 1)
  if (!parseRegistrationNumber(number).ok) throw refuse('invalid', 'cursor.invalid')
  const its = (column: SQL) =>
    sql`(select ${column} from ${registrations} where ${eq(registrations.number, number)})`
  const position = sql`(${its(sql`${registrations.registeredOn}`)}, ${its(sql`${registrations.id}`)})`
  return sql`(${turnoverEntries.businessOn}, ${turnoverEntries.registrationId}) < ${position}`
}

const cellsOf = (input: Omit<ListTurnoverContractsInput, 'limit'>): TurnoverCell[] => {
  const cells: [TurnoverBreakdown | undefined, string | undefined][] = [
    ['type', input.type],
    ['field', input.field],
    ['planIndustry', input.planIndustry],
    [input.by, input.code],
  ]
  return cells.flatMap(([by, code]) => (by === undefined || code === undefined ? [] : [{ by, code }]))
}

const periodOf = (
  year: number | undefined,
  from: string | undefined,
  to: string | undefined,
): Period | undefined => {
  if (from !== undefined && to !== undefined) return { from, to }
  return year === undefined ? undefined : yearPeriod(year)
}

/**
 * The contracts behind a figure, newest first: number, month, type, field and industry. No parties and no titles, and
 * amounts only for those who may read the ledger: an amount alone is a cell that stands on one contract (invariant 10).
 * The public asks by what it reads of each contract anyway, and by whole months. Refuses with
 * `turnover.breakdown_not_public` or `turnover.period_not_public`.
 */
export const listTurnoverContracts = async (
  { db, actor, clock }: ServiceContext,
  { cursor, limit, ...input }: ListTurnoverContractsInput,
): Promise<TurnoverContractPageRecord> => {
  authorize(actor, 'turnover.read')
  const amountsOpen = may(actor, 'turnover.read_ledger')
  const { view = 'registered', by = 'total', year, from, to, asKnownAt } = input
  if (!amountsOpen && !opensPublicly({ view, by })) {
    throw refuse('forbidden', 'turnover.breakdown_not_public', { by, view })
  }
  const asked = periodOf(year, from, to)
  const period = asked && !amountsOpen ? publicPeriod(asked, shanghaiDateOf(clock.now()), true) : asked
  const figure = and(matching({ ...period, view, cells: cellsOf(input), asKnownAt }), standing(asKnownAt))
  const [total] = await db.select({ contracts: count() }).from(turnoverEntries).where(figure)
  const rows = await db
    .select({ entry: turnoverEntries, number: registrations.number })
    .from(turnoverEntries)
    .innerJoin(registrations, eq(registrations.id, turnoverEntries.registrationId))
    .where(and(figure, cursor === undefined ? undefined : after(cursor)))
    .orderBy(desc(turnoverEntries.businessOn), desc(turnoverEntries.registrationId))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ number }) => [number ?? ''])
  return {
    items: page.items.map(({ entry, number }) => ({
      number: number ?? '',
      businessOn: entry.businessOn,
      fiveType: entry.fiveType,
      technicalField: entry.technicalField,
      planIndustry: entry.planIndustry,
      contractAmountFen: amountsOpen ? entry.contractAmountFen : null,
      technologyAmountFen: amountsOpen ? entry.technologyAmountFen : null,
    })),
    nextCursor: page.nextCursor,
    contractCount: total?.contracts ?? 0,
  }
}
