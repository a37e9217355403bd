import type { Database } from '@market/database'
import { turnoverEntries, turnoverHistory, turnoverHome, turnoverRollups } from '@market/database/schema'
import { addDays, addMonths, type CalendarDate } from '@market/domain'
import type { Place, TurnoverBreakdown, TurnoverSum } from '@market/domain/indicators'
import { type SQL, sql } from 'drizzle-orm'

/** Sums of one month, one code and one pair of places: the grain of the rollups. */
export interface TurnoverRow extends TurnoverSum {
  code: string
  /** First day of the business month. */
  month: CalendarDate
  sellerPlace: Place
  buyerPlace: Place
}

export interface TurnoverReading {
  by: TurnoverBreakdown
  /** Business dates, both included. */
  from: CalendarDate
  to: CalendarDate
  /** As the register knew it at this instant; left out: now. */
  knownAt?: Date | undefined
}

interface Dimension {
  /** Name in the rollups. */
  name: string
  /** The same value on a line of the ledger, aliased `entry` and not. */
  code: SQL
  onEntries: SQL
}

const expression = (name: string, text: (table: string) => string): Dimension => ({
  name,
  code: sql.raw(text('entry')),
  onEntries: sql.raw(text('turnover_entries')),
})
const column = (name: string): Dimension => expression(name, (table) => `${table}.${name}::text`)
const ALL: Dimension = expression('all', () => "''")

export interface TurnoverCell {
  by: TurnoverBreakdown
  code: string
}

/** Periods and flows need no dimension: month and places stand on every row. */
const DIMENSIONS: Readonly<Record<TurnoverBreakdown, Dimension>> = {
  total: ALL,
  year: ALL,
  quarter: ALL,
  month: ALL,
  flow: ALL,
  type: column('five_type'),
  fourType: column('four_type'),
  subType: expression('sub_type', (table) => `coalesce(${table}.sub_type, ${table}.five_type)`),
  field: column('technical_field'),
  planIndustry: column('plan_industry'),
  ipKind: column('ip_kind'),
  planSource: column('plan_source'),
  sellerKind: column('seller_kind'),
  buyerKind: column('buyer_kind'),
  sellerRegion: column('seller_region_code'),
  buyerRegion: column('buyer_region_code'),
  agency: column('agency_id'),
  university: column('seller_id'),
  seller: column('seller_id'),
}

const firstOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 7)}-01`

interface Span {
  from: CalendarDate
  to: CalendarDate
}

/** The whole months of a period, and what is left at its ends. */
export const splitPeriod = ({ from, to }: Span): { months: Span | null; ends: Span[] } => {
  const first = from === firstOfMonth(from) ? from : addMonths(firstOfMonth(from), 1)
  const next = firstOfMonth(addDays(to, 1))
  if (first >= next) return { months: null, ends: from <= to ? [{ from, to }] : [] }
  const ends = [
    { from, to: addDays(first, -1) },
    { from: next, to },
  ]
  return { months: { from: first, to: addDays(next, -1) }, ends: ends.filter((end) => end.from <= end.to) }
}

const FIGURES = sql`contract_count, contract_amount_fen, technology_amount_fen`

const fromRollups = ({ name }: Dimension, { from, to }: Span): SQL =>
  sql`select code, month, seller_place, buyer_place, ${FIGURES} from ${turnoverRollups}
    where dimension = ${name} and month between ${from}::date and ${to}::date`

const fromHistory = ({ name }: Dimension, { from, to }: Span, monthOfKnowledge: CalendarDate): SQL =>
  sql`select code, month, seller_place, buyer_place, ${FIGURES} from ${turnoverHistory}
    where dimension = ${name} and month between ${from}::date and ${to}::date
      and recorded_month < ${monthOfKnowledge}::date`

const fromLedger = ({ code }: Dimension, { from, to }: Span, recorded: SQL): SQL =>
  sql`select ${code} as code, date_trunc('month', entry.business_on)::date as month,
      turnover_place(entry.seller_region_code, home.region_code) as seller_place,
      turnover_place(entry.buyer_region_code, home.region_code) as buyer_place, ${FIGURES}
    from ${turnoverEntries} entry cross join ${turnoverHome} home
    where entry.business_on between ${from}::date and ${to}::date ${recorded}`

const sources = (dimension: Dimension, { from, to, knownAt }: TurnoverReading): SQL[] => {
  const { months, ends } = splitPeriod({ from, to })
  if (!knownAt) {
    return [
      ...(months ? [fromRollups(dimension, months)] : []),
      ...ends.map((end) => fromLedger(dimension, end, sql``)),
    ]
  }
  const known = sql`and entry.recorded_at <= ${knownAt.toISOString()}::timestamptz`
  const monthOfKnowledge = firstOfMonth(knownAt.toISOString().slice(0, 10))
  const running = sql`${known} and entry.recorded_at >= ${`${monthOfKnowledge}T00:00:00Z`}::timestamptz`
  return [
    ...(months
      ? [fromHistory(dimension, months, monthOfKnowledge), fromLedger(dimension, months, running)]
      : []),
    ...ends.map((end) => fromLedger(dimension, end, known)),
  ]
}

interface Row extends Record<string, unknown> {
  code: string
  month: string
  seller_place: Place
  buyer_place: Place
  contracts: string
  contract_fen: string
  technology_fen: string
}

/** Where only the views count, everything outside is one place: a sixth of the rows. */
const PLACES_NEEDED: readonly TurnoverBreakdown[] = ['flow', 'sellerRegion', 'buyerRegion']
const awayOrHome = (side: string): string => `case ${side} when 'home' then 'home' else 'country' end`

/**
 * The one way to a figure: whole months from the rollups (as known before: from the history, with the running month from
 * the ledger), parts of months from the ledger. Codes without a contract at that instant are left out.
 */
export const readTurnover = async (db: Database, reading: TurnoverReading): Promise<TurnoverRow[]> => {
  const parts = sources(DIMENSIONS[reading.by], reading)
  if (parts.length === 0) return []
  const place = (side: string) => sql.raw(PLACES_NEEDED.includes(reading.by) ? side : awayOrHome(side))
  const rows = await db.execute<Row>(sql`
    select code, month::text, ${place('seller_place')} as seller_place, ${place('buyer_place')} as buyer_place,
      sum(contract_count) as contracts, sum(contract_amount_fen) as contract_fen,
      sum(technology_amount_fen) as technology_fen
    from (${sql.join(parts, sql` union all `)}) part
    group by 1, 2, 3, 4 having sum(contract_count) <> 0`)
  return rows.map((row) => ({
    code: row.code,
    month: row.month,
    sellerPlace: row.seller_place,
    buyerPlace: row.buyer_place,
    contractCount: Number(row.contracts),
    contractAmountFen: Number(row.contract_fen),
    technologyAmountFen: Number(row.technology_fen),
  }))
}

/** The place the flows are seen from. */
export const readHome = async (db: Database): Promise<string> => {
  const [home] = await db.select().from(turnoverHome)
  return home?.regionCode ?? ''
}

/** The condition on a line of the ledger that a code stands for; `flow` is read 'seller place-buyer place'. */
export const codeOnLedger = ({ by, code }: TurnoverCell): SQL => {
  if (by !== 'flow') return sql`${DIMENSIONS[by].onEntries} = ${code}`
  const home = sql`(select region_code from ${turnoverHome})`
  return sql`turnover_place(${turnoverEntries.sellerRegionCode}, ${home}) || '-' ||
    turnover_place(${turnoverEntries.buyerRegionCode}, ${home}) = ${code}`
}
