import { type DatabaseHandle, openDatabase } from '@market/database'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { rebuildRollups } from '@market/services/indicators'
import { makeOffice, type Office } from '@market/services/registration/testing'
import { makeActor, makeOrganization } from '@market/services/testing'

/** The instant of the whole measurement; the register's history ends here. */
export const NOW = '2026-11-20T02:00:00Z'

const SELLERS = 200
const AGENCIES = 5

/** One transaction of the pool. */
type Sql = Parameters<Parameters<DatabaseHandle['sql']['begin']>[1]>[0]

const insertRegistrations = (sql: Sql, mould: string, contracts: number) => sql`
  insert into registrations
  select made.* from registrations mould,
    (select array_agg(id) as ids from bench_organizations where kind = 'seller') sellers,
    (select array_agg(id) as ids from bench_organizations where kind = 'agency') agencies,
    generate_series(1, ${contracts}::int) n,
    lateral (select date '2022-01-01' + (n::bigint * 7919 % 1780)::int as day) at,
    lateral (select 100000 + (n::bigint * 104729 % 90000000) as amount) priced,
    lateral jsonb_populate_record(mould, jsonb_build_object(
      'id', md5('registration' || n)::uuid, 'contract_id', md5('contract' || n)::uuid,
      'title', 'Contract ' || n, 'fingerprint', 'made ' || n,
      'number', to_char(day, 'YYYY') || '450200' || lpad((n % 1000000)::text, 6, '0'),
      'verification_code', 'made ' || n, 'registered_on', day, 'signed_on', day - 20, 'effective_on', day - 20,
      'ends_on', day + 1000, 'submitted_at', day - 9, 'accepted_at', day - 8, 'decided_at', day + time '10:00',
      'created_at', day - 9, 'updated_at', day, 'contract_amount_fen', amount, 'technology_amount_fen', amount / 2 + 1,
      'type', (array['KF', 'ZR', 'XK', 'ZX', 'FW'])[1 + n % 5],
      'sub_type', (array['KF_COMMISSIONED', 'ZR_PATENT', 'XK_PATENT', 'ZX_GENERAL', 'FW_GENERAL'])[1 + n % 5],
      'technical_field', lpad((1 + n % 11)::text, 2, '0'),
      'ip_kind', (array['know_how', 'invention_patent', 'none', 'software_copyright'])[1 + n % 4],
      'plan_industry', (array['food', 'new_materials', 'new_energy', 'biomedicine', 'modern_agriculture'])[1 + n % 5],
      'seller_kind', (array['0221', '0211', '150'])[1 + n % 3],
      'seller_region_code', (array['450103', '450102', '450107', '450200', '110000', '440100'])[1 + (n / 7) % 6],
      'buyer_region_code', (array['450103', '450105', '450300', '310000', '810000', '450126'])[1 + (n / 3) % 6],
      'seller_id', sellers.ids[1 + n % ${SELLERS}],
      'agency_id', agencies.ids[1 + n % ${AGENCIES}]
    )) made
  where mould.id = ${mould}`

const DIMENSIONS = `regime_key, technical_field, plan_industry, ip_kind, plan_source, socio_economic_objective,
  seller_kind, buyer_kind, seller_region_code, buyer_region_code, agency_id, seller_id, buyer_id`

/** Every contract booked once; of every hundred five changed and one cancelled, up to 300 days later. */
const insertLedger = (sql: Sql, direction: 'book' | 'reverse', version: number) => sql`
  insert into turnover_entries (registration_id, version, direction, contract_count, contract_amount_fen,
    technology_amount_fen, business_on, recorded_at, type, sub_type, four_type, five_type, ${sql.unsafe(DIMENSIONS)})
  select id, ${version}, ${direction}, sign, sign * contract_amount_fen, sign * technology_amount_fen, registered_on,
    least(decided_at + later * interval '1 day', ${NOW}::timestamptz), type, sub_type,
    case type when 'XK' then 'ZR' else type end, type, ${sql.unsafe(DIMENSIONS)}
  from (select *, right(number, 6)::int as n, ${direction === 'book' ? 1 : -1}::int as sign from registrations
        where fingerprint like 'made %') made,
    lateral (select case when ${direction} = 'book' and ${version} = 1 then 0 else n % 300 end as later) at
  where ${version} = 1 and ${direction} = 'book'
    or ${version} = 1 and n % 100 < 6
    or ${version} = 2 and ${direction} = 'book' and n % 100 < 5
  order by 8`

export interface BenchData {
  handle: DatabaseHandle
  office: Office
  /** Reads the ledger. */
  authority: Actor
  clock: FixedClock
}

/** A register of so many contracts over five years, and the people who register more. Keys beyond it are not checked. */
export const makeData = async (url: string, contracts: number): Promise<BenchData> => {
  const handle = openDatabase(url, { maxConnections: 4, applicationName: 'bench' })
  const { db, sql } = handle
  const clock = fixedClock(NOW)
  const office = await makeOffice(db, clock)
  // One real registration, whose row is the mould of all others.
  const mould = await office.registered({ signedOn: '2026-11-01' })
  await sql`create table bench_organizations (kind text, position int, id uuid)`
  const organizations = [
    ...Array.from({ length: SELLERS }, (_, position) => ({ kind: 'seller', position })),
    ...Array.from({ length: AGENCIES }, (_, position) => ({ kind: 'agency', position })),
  ]
  for (const { kind, position } of organizations) {
    const id = await makeOrganization(db, {
      kind: kind === 'agency' ? 'agency' : position % 4 ? 'company' : 'university',
    })
    await sql`insert into bench_organizations values (${kind}, ${position}, ${id})`
  }
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('registrations'::regclass, 'turnover_entries'::regclass)
      and not exists (select from pg_constraint where conindid = indexrelid)`
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`
    // Only a superuser may write past the triggers; what they hold is made right by hand here.
    await tx`set local session_replication_role = replica`
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`)
    await insertRegistrations(tx, mould, contracts)
    for (const [direction, version] of [
      ['book', 1],
      ['reverse', 1],
      ['book', 2],
    ] as const) {
      await insertLedger(tx, direction, version)
    }
    for (const { definition } of indexes) await tx.unsafe(definition)
  })
  await rebuildRollups(db)
  await sql`vacuum analyze`.simple()
  const authority = await makeActor(db, 'authority', ['reviewer'])
  return { handle, office, authority, clock }
}
