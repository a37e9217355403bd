import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { appendAudit, auditHash, GENESIS_HASH } from './audit-chain.ts'
import { openDatabase } from './client.ts'
import { migrateDatabase } from './migrate.ts'
import { auditEntries } from './schema/index.ts'
import { EARLY, EARLY_MARKET, earlyId } from './testing/early-market.ts'
import { migrateTo } from './testing/migrate-to.ts'

/** Made anew from the listings whenever its form changes. */
const DERIVED = /^search_/

type Row = Record<string, unknown>

describe('a market of the first migrations, migrated to the newest', () => {
  const adminUrl = inject('testDatabaseAdminUrl')
  const url = new URL(adminUrl)
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  let sql: postgres.Sql
  /** What stood in each table before, column by column. */
  const before = new Map<string, { columns: string[]; rows: Row[] }>()

  const rowsOf = (table: string, columns: readonly string[]): Promise<Row[]> =>
    sql.unsafe(`select ${columns.map((column) => `"${column}"`).join(', ')} from "${table}" order by 1, 2`)

  const keepWhatStands = async () => {
    const tables = await sql<{ name: string; columns: string[] }[]>`
      select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' group by 1`
    for (const { name, columns } of tables.filter((table) => !DERIVED.test(table.name))) {
      const rows = await rowsOf(name, columns)
      if (rows.length > 0) before.set(name, { columns, rows })
    }
  }

  beforeAll(async () => {
    url.pathname = `/test_${randomBytes(8).toString('hex')}`
    await admin.unsafe(`create database ${url.pathname.slice(1)} template template0`)
    await migrateTo(url.href, 5)
    sql = postgres(url.href, { max: 1, onnotice: () => {} })
    await sql.unsafe(EARLY_MARKET)
    const early = openDatabase(url.href, { maxConnections: 1, applicationName: 'test' })
    const origin = { actorUserId: EARLY.person, actorOrganizationId: EARLY.seller, requestId: 'early' }
    await early.db.transaction((tx) =>
      appendAudit(tx, { at: new Date('2026-01-20T02:00:00Z'), ...origin }, [
        {
          action: 'contract.sign',
          subjectType: 'contract',
          subjectId: EARLY.contract,
          after: { state: 'signed' },
        },
        { action: 'registration.register', subjectType: 'registration', subjectId: EARLY.registration },
      ]),
    )
    await early.close()
    await keepWhatStands()
    await migrateDatabase(url.href)
  })
  afterAll(async () => {
    await sql.end()
    await admin.unsafe(`drop database ${url.pathname.slice(1)} with (force)`)
    await admin.end()
  })

  it('has every row as it was, in every column', async () => {
    expect([...before.keys()].sort()).toEqual(
      expect.arrayContaining([
        'contracts',
        'listings',
        'offers',
        'registrations',
        'turnover_entries',
        'users',
      ]),
    )
    for (const [table, { columns, rows }] of before) {
      expect(await rowsOf(table, columns), table).toEqual(rows)
    }
  })

  it('has no constraint that was never checked', async () => {
    expect(await sql`select conname from pg_constraint where not convalidated`).toEqual([])
  })

  it('has the trail still in one chain, to be gone on with', async () => {
    const { db, close } = openDatabase(url.href, { maxConnections: 1, applicationName: 'test' })
    const origin = { at: new Date(), actorUserId: null, actorOrganizationId: null, requestId: 'now' }
    await db.transaction((tx) =>
      appendAudit(tx, origin, [{ action: 'demo.start', subjectType: 'demo', subjectId: 'x' }]),
    )
    const entries = await db.select().from(auditEntries).orderBy(auditEntries.position)
    await close()
    expect(entries).toHaveLength(3)
    const hashes = entries.map(({ hash: _, ...row }) => auditHash(row))
    expect(hashes).toEqual(entries.map(({ hash }) => hash))
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([GENESIS_HASH, ...hashes.slice(0, -1)])
  })

  it('knows the owners of its rights, those of the market by their record', async () => {
    expect(
      await sql`select name, organization_id from right_owners where right_id = ${EARLY.right} order by position`,
    ).toEqual([
      { name: '邕江大学', organization_id: EARLY.seller },
      { name: '红水河研究所', organization_id: null },
    ])
  })

  it('keeps the licence signed before there was a register of grants, and grants no other beside it', async () => {
    const grants =
      await sql`select subject, kind, territory_codes, ends_on, contested from licence_grants order by 1`
    const granted = { kind: 'exclusive', territory_codes: ['450000'], contested: false }
    expect(grants).toMatchObject([
      { subject: `listing:${EARLY.listing}`, ...granted },
      { subject: 'patent:202010123456.3', ...granted },
    ])
    const second = sql`insert into licence_grants (id, subject, right_id, grantor_id, grantee_id, contract_id, kind,
        territory_words, field_words, territory_codes, field_codes, territory, field, starts_on, ends_on, contested,
        created_at)
      select ${earlyId(99)}, subject, ${EARLY.right}, grantor_id, grantee_id, ${EARLY.otherContract}, 'ordinary',
        territory_words, field_words, territory_codes, field_codes, territory, field, starts_on, ends_on, false,
        created_at
      from licence_grants where right_id is not null`
    await expect(second).rejects.toMatchObject({ constraint_name: 'licence_grants_one_lane' })
  })

  it('gives published listings their term and a place among the changes, and drafts neither', async () => {
    const listings =
      await sql`select id, expires_on is not null as expires, frozen_at from listings order by id`
    expect(listings).toEqual([
      { id: EARLY.listing, expires: true, frozen_at: null },
      { id: EARLY.draft, expires: false, frozen_at: null },
    ])
    expect(await sql`select distinct listing_id from listing_changes`).toEqual([
      { listing_id: EARLY.listing },
    ])
    expect(await sql`select listing_id from search_backlog`).toEqual([{ listing_id: EARLY.listing }])
  })

  it('holds the rules of today over the rows of then', async () => {
    const refused = (statement: string) => expect(sql.unsafe(statement), statement).rejects.toThrow()
    await refused(`update turnover_entries set contract_amount_fen = 1`)
    await refused(`update contracts set contract_amount_fen = 1`)
    await refused(`update contract_signatures set sha256 = repeat('b', 64)`)
    await refused(`update offers set terms = '{}'`)
    await refused(`update registrations set number = '2026450100000009', version = 2`)
    await refused(`delete from audit_entries`)
    await refused(`insert into mail_preferences values ('${EARLY.person}', 'security', 'inbox', now())`)
    const [total] =
      await sql`select sum(contract_amount_fen)::int as fen from turnover_rollups where dimension = 'all'`
    expect(total).toEqual({ fen: 20_000_000 })
    await sql`select rebuild_turnover_rollups()`
    expect(
      await sql`select sum(contract_amount_fen)::int as fen from turnover_rollups where dimension = 'all'`,
    ).toEqual([total])
  })
})
