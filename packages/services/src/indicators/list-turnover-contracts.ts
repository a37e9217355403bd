import { registrations, turnoverEntries } from '@market/database/schema'
import { isCalendarDate, refuse } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, type Page, pageOf, type ServiceContext } from '../index.ts'
import { matching, standing } from './turnover-sums.ts'

export interface ListTurnoverContractsInput {
  year?: number | undefined
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const after = (cursor: string): SQL => {
  const [on = '', id = ''] = decodeCursor(cursor, 2)
  if (!isCalendarDate(on) || !UUID.test(id)) throw refuse('invalid', 'cursor.invalid')
  return sql`(${turnoverEntries.businessOn}, ${turnoverEntries.registrationId}) < (${on}::date, ${id}::uuid)`
}

/**
 * The contracts behind a figure, newest first: number, month, type, field and industry. No parties and no titles, and
 * amounts only for those who may read the ledger: an amount alone is a cell that stands on one contract (invariant 10).
 */
export const listTurnoverContracts = async (
  { db, actor }: ServiceContext,
  { year, cursor, limit, ...input }: ListTurnoverContractsInput,
): Promise<TurnoverContractPageRecord> => {
  authorize(actor, 'turnover.read')
  const amountsOpen = may(actor, 'turnover.read_ledger')
  const filter = { ...input, years: year === undefined ? undefined : ([year, year] as const) }
  const figure = and(matching(filter), standing(input.asKnownAt))
  const [total] = await db.select({ contracts: count() }).from(turnoverEntries).where(figure)
  const rows = await db
    .select({ entry: turnoverEntries, number: registrations.number })
    .from(turnoverEntries)
    .innerJoin(registrations, eq(registrations.id, turnoverEntries.registrationId))
    .where(and(figure, cursor === undefined ? undefined : after(cursor)))
    .orderBy(desc(turnoverEntries.businessOn), desc(turnoverEntries.registrationId))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ entry }) => [entry.businessOn, entry.registrationId])
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
