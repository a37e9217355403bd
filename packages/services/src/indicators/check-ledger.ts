import type { Database } from '@market/database'
import { registrations, turnoverEntries, turnoverHistory, turnoverRollups } from '@market/database/schema'
import { addTurnover, type TurnoverSum, ZERO_TURNOVER } from '@market/domain/indicators'
import { sql } from 'drizzle-orm'

/** A registration and a set of dimensions on which register and ledger do not say the same. */
export interface LedgerDifference {
  registrationId: string
  number: string | null
  register: TurnoverSum
  ledger: TurnoverSum
}

export interface LedgerCheck {
  register: TurnoverSum
  ledger: TurnoverSum
  differences: LedgerDifference[]
}

interface Row extends Record<string, unknown> {
  registration_id: string
  number: string | null
  register: TurnoverSum | null
  ledger: TurnoverSum | null
}

const DIMENSIONS = sql.raw(
  [
    'type',
    'sub_type',
    'regime_key',
    'technical_field',
    'plan_industry',
    'ip_kind',
    'plan_source',
    'socio_economic_objective',
    'seller_kind',
    'buyer_kind',
    'seller_region_code',
    'buyer_region_code',
    'agency_id',
    'seller_id',
    'buyer_id',
  ].join(', '),
)

const same = (left: TurnoverSum, right: TurnoverSum): boolean =>
  left.contractCount === right.contractCount &&
  left.contractAmountFen === right.contractAmountFen &&
  left.technologyAmountFen === right.technologyAmountFen

/** Live contracts on one side, what the ledger sums to on the other, matched on business date and every dimension. */
const compared = sql`
  with live as (
    select id as registration_id, registered_on as business_on, ${DIMENSIONS},
      json_build_object('contractCount', 1, 'contractAmountFen', contract_amount_fen,
        'technologyAmountFen', technology_amount_fen) as figures
    from ${registrations} where status in ('valid', 'changed')
  ), booked as (
    select registration_id, business_on, ${DIMENSIONS},
      json_build_object('contractCount', sum(contract_count), 'contractAmountFen', sum(contract_amount_fen),
        'technologyAmountFen', sum(technology_amount_fen)) as figures
    from ${turnoverEntries} group by registration_id, business_on, ${DIMENSIONS}
    having (sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)) <> (0, 0, 0)
  )
  select record.id as registration_id, record.number, live.figures as register, booked.figures as ledger
  from live full join booked on (to_jsonb(live) - 'figures') = (to_jsonb(booked) - 'figures')
  join ${registrations} record on record.id = coalesce(live.registration_id, booked.registration_id)`

/** Recomputes the ledger from the live registrations; one fen, or one dimension, apart is a difference (invariant 6). */
export const checkLedger = async (db: Database): Promise<LedgerCheck> => {
  const rows = await db.execute<Row>(compared)
  const check: LedgerCheck = { register: ZERO_TURNOVER, ledger: ZERO_TURNOVER, differences: [] }
  for (const { registration_id: registrationId, number, ...row } of rows) {
    const register = row.register ?? ZERO_TURNOVER
    const ledger = row.ledger ?? ZERO_TURNOVER
    check.register = addTurnover(check.register, register)
    check.ledger = addTurnover(check.ledger, ledger)
    if (same(register, ledger)) continue
    check.differences.push({ registrationId, number, register, ledger })
  }
  return check
}

/** A line of the rollups that is not what the ledger sums to. */
export interface RollupDifference {
  table: 'rollups' | 'history'
  dimension: string
  code: string
  month: string
  kept: TurnoverSum
  ledger: TurnoverSum
}

interface RollupRow extends Record<string, unknown> {
  dimension: string
  code: string
  month: string
  kept: TurnoverSum | null
  ledger: TurnoverSum | null
}

const KEY = 'dimension, code, month, seller_place, buyer_place'

const figures = (wrap: (column: string) => string) =>
  sql.raw(`json_build_object('contractCount', ${wrap('contract_count')}, 'contractAmountFen',
    ${wrap('contract_amount_fen')}, 'technologyAmountFen', ${wrap('technology_amount_fen')})`)

const differing = (table: typeof turnoverRollups | typeof turnoverHistory, key: string) => sql`
  with kept as (
    select ${sql.raw(key)}, ${figures((column) => column)} as figures from ${table}
    where (contract_count, contract_amount_fen, technology_amount_fen) <> (0, 0, 0)
  ), booked as (
    select ${sql.raw(key)}, ${figures((column) => `sum(${column})`)} as figures from turnover_lines
    group by ${sql.raw(key)}
    having (sum(contract_count), sum(contract_amount_fen), sum(technology_amount_fen)) <> (0, 0, 0)
  )
  select dimension, code, month::text, kept.figures as kept, booked.figures as ledger
  from kept full join booked using (${sql.raw(key)}) where kept.figures::text is distinct from booked.figures::text`

/** Sums the ledger anew beside both rollups; one fen or one line apart is a difference (invariant 6). */
export const checkRollups = async (db: Database): Promise<RollupDifference[]> => {
  const compare = async (table: RollupDifference['table'], rows: Promise<Iterable<RollupRow>>) =>
    [...(await rows)].map(({ dimension, code, month, kept, ledger }) => ({
      table,
      dimension,
      code,
      month,
      kept: kept ?? ZERO_TURNOVER,
      ledger: ledger ?? ZERO_TURNOVER,
    }))
  return [
    ...(await compare('rollups', db.execute<RollupRow>(differing(turnoverRollups, KEY)))),
    ...(await compare(
      'history',
      db.execute<RollupRow>(differing(turnoverHistory, `${KEY}, recorded_month`)),
    )),
  ]
}
