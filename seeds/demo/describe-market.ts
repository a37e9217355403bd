import type { Database } from '@market/database'
import {
  contracts,
  listings,
  organizations,
  registrations,
  requests,
  turnoverEntries,
} from '@market/database/schema'
import { formatFen } from '@market/domain'
import { count, sql, sum } from 'drizzle-orm'

const inStates = (rows: readonly { state: string; number: number }[]): string => {
  const total = rows.reduce((all, { number }) => all + number, 0)
  const parts = rows.toSorted((left, right) => right.number - left.number)
  return `${total} (${parts.map(({ state, number }) => `${number} ${state}`).join(', ')})`
}

const countStates = async (
  db: Database,
  table: typeof organizations | typeof listings | typeof requests | typeof contracts | typeof registrations,
): Promise<string> =>
  inStates(
    await db
      .select({ state: sql<string>`${table.state}`, number: count() })
      .from(table)
      .groupBy(table.state),
  )

/** What is in the database, in lines for people. */
export const describeMarket = async (db: Database): Promise<string[]> => {
  const year = sql<string>`to_char(${turnoverEntries.businessOn}, 'YYYY')`
  const turnover = await db
    .select({ year, amountFen: sum(turnoverEntries.contractAmountFen).mapWith(Number) })
    .from(turnoverEntries)
    .groupBy(year)
    .orderBy(year)
  return [
    `organizations ${await countStates(db, organizations)}`,
    `listings ${await countStates(db, listings)}`,
    `requests ${await countStates(db, requests)}`,
    `contracts ${await countStates(db, contracts)}`,
    `registrations ${await countStates(db, registrations)}`,
    `turnover ${turnover.map((row) => `${row.year} ${formatFen(row.amountFen, 'yi', 'zh-CN')}`).join(' · ')}`,
  ]
}
