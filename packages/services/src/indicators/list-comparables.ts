import { contracts, registrations, turnoverEntries } from '@market/database/schema'
import type { Exclusivity, TechnicalField } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import type { ContractType } from '@market/domain/regimes'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

/** Prices are shown from so many contracts of so many different sellers on. */
export const SMALLEST_COMPARABLE = 5
const SMALLEST_SELLERS = 3

export interface ListComparablesInput {
  field?: TechnicalField | undefined
  type?: ContractType | undefined
  exclusivity?: Exclusivity | undefined
}

export interface ComparableRecord {
  field: TechnicalField
  type: ContractType
  exclusivity: Exclusivity
  contractCount: number
  lowerQuartileFen: number
  medianFen: number
  upperQuartileFen: number
}

interface Row extends Record<string, unknown> {
  field: TechnicalField
  type: ContractType
  exclusivity: Exclusivity
  contracts: number
  quartiles: number[]
}

/** Two significant digits: with five contracts a quartile is otherwise the price of one of them. */
const coarse = (fen: number): number => Number(fen.toPrecision(2))

const equals = (column: string, value: string | undefined) =>
  value === undefined ? sql`true` : sql`${sql.raw(column)} = ${value}`

/**
 * Price ranges of registered contracts by technical field, type (of today's five) and exclusivity, only where at least
 * five contracts of three sellers stand behind one. Sales between related parties say nothing of a price and are left out.
 */
export const listComparables = async (
  { db, actor }: ServiceContext,
  { field, type, exclusivity }: ListComparablesInput,
): Promise<ComparableRecord[]> => {
  authorize(actor, 'turnover.read')
  const rows = await db.execute<Row>(sql`
    with priced as (
      select entry.technical_field as field, entry.five_type as type, contract.terms->>'exclusivity' as exclusivity,
        registration.seller_id, registration.contract_amount_fen as fen
      from ${registrations} registration
      join ${turnoverEntries} entry on entry.registration_id = registration.id
        and entry.version = registration.version and entry.direction = 'book'
      join ${contracts} contract on contract.id = registration.contract_id
      where registration.status in ('valid', 'changed') and not registration.related_parties
    )
    select field, type, exclusivity, count(*)::int as contracts,
      percentile_cont(array[0.25, 0.5, 0.75]) within group (order by fen) as quartiles
    from priced
    where ${equals('field', field)} and ${equals('type', type)} and ${equals('exclusivity', exclusivity)}
    group by field, type, exclusivity
    having count(*) >= ${SMALLEST_COMPARABLE} and count(distinct seller_id) >= ${SMALLEST_SELLERS}
    order by field, type, exclusivity`)
  return rows.map(({ quartiles, contracts: contractCount, ...cell }) => {
    const [lower = 0, median = 0, upper = 0] = quartiles.map(coarse)
    const prices = { lowerQuartileFen: lower, medianFen: median, upperQuartileFen: upper }
    return { field: cell.field, type: cell.type, exclusivity: cell.exclusivity, contractCount, ...prices }
  })
}
