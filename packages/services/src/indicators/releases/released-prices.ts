import type { Database } from '@market/database'
import {
  contracts,
  registrations,
  turnoverEntries,
  turnoverReleasedEntries,
  turnoverReleasedPrices,
} from '@market/database/schema'
import type { Exclusivity, TechnicalField } from '@market/domain/codes'
import type { ContractType } from '@market/domain/regimes'
import { sql } from 'drizzle-orm'

/** Prices are shown from so many contracts of so many different sellers on, and anew after as many more. */
export const SMALLEST_COMPARABLE = 5
const SMALLEST_SELLERS = 3

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

/** A group is stated anew once five of its contracts were booked or taken back since it was stated last. */
const CHANGED_ENOUGH = sql`
  ${SMALLEST_COMPARABLE} <= (
    select count(distinct moved.registration_id) from ${turnoverEntries} moved
    join ${turnoverReleasedEntries} released on released.entry_id = moved.id
    join ${registrations} one on one.id = moved.registration_id
    join ${contracts} signed on signed.id = one.contract_id
    where moved.technical_field = priced.field and moved.five_type = priced.type
      and signed.terms->>'exclusivity' = priced.exclusivity
      and released.release_id > coalesce((select max(stated.release_id) from ${turnoverReleasedPrices} stated
        where stated.field = priced.field and stated.type = priced.type
          and stated.exclusivity = priced.exclusivity), 0))`

/** The ranges as the register has them, or those of them that a release may state anew. */
export const readPrices = async (db: Database, toRelease: boolean): Promise<ComparableRecord[]> => {
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
    group by field, type, exclusivity
    having count(*) >= ${SMALLEST_COMPARABLE} and count(distinct seller_id) >= ${SMALLEST_SELLERS}
      and ${toRelease ? CHANGED_ENOUGH : sql`true`}
    order by field, type, exclusivity`)
  return rows.map(({ quartiles, contracts: contractCount, field, type, exclusivity }) => {
    const [lowerQuartileFen = 0, medianFen = 0, upperQuartileFen = 0] = quartiles.map(coarse)
    return { field, type, exclusivity, contractCount, lowerQuartileFen, medianFen, upperQuartileFen }
  })
}

/** The ranges as releases stated them last. */
export const readReleasedPrices = async (db: Database): Promise<ComparableRecord[]> =>
  db
    .selectDistinctOn(
      [turnoverReleasedPrices.field, turnoverReleasedPrices.type, turnoverReleasedPrices.exclusivity],
      {
        field: turnoverReleasedPrices.field,
        type: turnoverReleasedPrices.type,
        exclusivity: turnoverReleasedPrices.exclusivity,
        contractCount: turnoverReleasedPrices.contractCount,
        lowerQuartileFen: turnoverReleasedPrices.lowerQuartileFen,
        medianFen: turnoverReleasedPrices.medianFen,
        upperQuartileFen: turnoverReleasedPrices.upperQuartileFen,
      },
    )
    .from(turnoverReleasedPrices)
    .orderBy(
      turnoverReleasedPrices.field,
      turnoverReleasedPrices.type,
      turnoverReleasedPrices.exclusivity,
      sql`${turnoverReleasedPrices.releaseId} desc`,
    )
