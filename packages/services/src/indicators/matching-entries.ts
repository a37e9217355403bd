import { turnoverEntries, turnoverHome } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { CLASSES_OF_VIEW, type FlowClass, type TurnoverView } from '@market/domain/indicators'
import { type AnyColumn, and, between, eq, lte, or, type SQL, sql } from 'drizzle-orm'
import { codeOnLedger, type TurnoverCell } from './read-turnover.ts'

export interface EntryFilter {
  from?: CalendarDate | undefined
  to?: CalendarDate | undefined
  view?: TurnoverView | undefined
  /** Each holds: the value of one dimension. */
  cells: readonly TurnoverCell[]
  /** Only what was recorded by this instant: the answer the register would have given then. */
  asKnownAt?: Date | undefined
}

const place = (region: AnyColumn) => sql`turnover_place(${region}, (select region_code from ${turnoverHome}))`

const CLASS_CONDITIONS: Readonly<Record<FlowClass, SQL>> = {
  self: sql`(true, true)`,
  output_only: sql`(true, false)`,
  intake_only: sql`(false, true)`,
  elsewhere: sql`(false, false)`,
}

const inView = (view: TurnoverView | undefined): SQL | undefined => {
  if (view === undefined || view === 'registered') return undefined
  const sides = sql`(${place(turnoverEntries.sellerRegionCode)} = 'home', ${place(turnoverEntries.buyerRegionCode)} = 'home')`
  return or(...CLASSES_OF_VIEW[view].map((name) => sql`${sides} = ${CLASS_CONDITIONS[name]}`))
}

export const matching = ({ from, to, view, cells, asKnownAt }: EntryFilter): SQL | undefined =>
  and(
    from !== undefined && to !== undefined ? between(turnoverEntries.businessOn, from, to) : undefined,
    inView(view),
    ...cells.map(codeOnLedger),
    asKnownAt && lte(turnoverEntries.recordedAt, asKnownAt),
  )

/** The contracts that stand: booked and, as far as was known, not taken back. */
export const standing = (asKnownAt: Date | undefined): SQL => {
  const known = asKnownAt === undefined ? sql`` : sql` and taken.recorded_at <= ${asKnownAt.toISOString()}`
  return sql`${eq(turnoverEntries.direction, 'book')} and not exists (
    select from ${turnoverEntries} taken
    where taken.registration_id = ${turnoverEntries.registrationId} and taken.version = ${turnoverEntries.version}
      and taken.direction = 'reverse'${known})`
}
