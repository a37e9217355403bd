import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalStorage } from '@market/adapters/storage'
import {
  auditEntries,
  batchLists,
  brokerages,
  confidentialOpenings,
  contractObligationMarks,
  contractSignatures,
  contracts,
  contractTexts,
  events,
  licenceOrders,
  listings,
  noticeObjections,
  organizations,
  payments,
  publicNotices,
  receipts,
  receiptVerifications,
  registrations,
  requestMessages,
  requests,
  rewardDistributions,
  rewardSplits,
  turnoverEntries,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { uniqueOf } from '@market/domain/indicators'
import { REGISTRATION_STATES, REGISTRATION_STATUSES } from '@market/domain/registration'
import { createStandingQueries, type StandingQueries } from '@market/search'
import { verifyAuditChain } from '@market/services/audit'
import { logIn } from '@market/services/identity'
import {
  checkLedger,
  getPlan,
  getPublishedPeriod,
  getStatistics,
  listComparables,
  listPublishedPeriods,
} from '@market/services/indicators'
import { and, asc, count, eq, gte, inArray, isNotNull, sql, sum } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storePlans } from '../../reference/store-plans.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../accounts.ts'
import { DEMO_DEALS } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { VALUES_PLAN } from '../plan-values.ts'
import { playDemo } from './play-demo.ts'
import { Stage } from './stage.ts'

const AS_OF = new Date('2026-11-23T04:00:00Z')
const FEN_PER_WAN = 1_000_000

let database: TestDatabase
let folder: string
let standing: StandingQueries

beforeAll(async () => {
  database = await createTestDatabase()
  standing = createStandingQueries()
  folder = await mkdtemp(join(tmpdir(), 'market-demo-'))
  await storePlans(database.db, { samples: true })
  await playDemo({ db: database.db, storage: createLocalStorage(folder), standing, asOf: AS_OF })
}, 240_000)

afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

describe('the demonstration', () => {
  test('is played once', async () => {
    const before = await database.db.$count(auditEntries)
    expect(
      await playDemo({ db: database.db, storage: createLocalStorage(folder), standing, asOf: AS_OF }),
    ).toBe(false)
    expect(await database.db.$count(auditEntries)).toBe(before)
  })

  test('leaves a trail in the order of its business days, all of them in the past', async () => {
    const rows = await database.db
      .select({ at: auditEntries.at })
      .from(auditEntries)
      .orderBy(asc(auditEntries.position))
    const instants = rows.map(({ at }) => at.getTime())
    expect(instants).toEqual(instants.toSorted((left, right) => left - right))
    expect(await database.db.$count(events, gte(events.occurredAt, AS_OF))).toBe(0)
  })

  test('leaves a whole chain of hashes and a ledger that agrees with the register', async () => {
    expect(await verifyAuditChain(database.db)).toMatchObject({ whole: true })
    const { register, ledger, differences } = await checkLedger(database.db)
    expect(differences).toEqual([])
    expect(ledger).toEqual(register)
  })

  test('leaves no old news in the queue', async () => {
    const [jobs] = await database.db.execute<{ number: number }>(
      sql`select count(*)::int as number from graphile_worker.jobs`,
    )
    expect(jobs?.number).toBe(0)
  })

  test('has every listing, and registrations in every state', async () => {
    expect(await database.db.$count(listings)).toBe(DEMO_LISTINGS.length)
    const rows = await database.db
      .selectDistinct({ state: registrations.state, status: registrations.status })
      .from(registrations)
    expect([...new Set(rows.map(({ state }) => state))].toSorted()).toEqual(
      [...REGISTRATION_STATES].toSorted(),
    )
    expect(rows.flatMap(({ status }) => status ?? []).toSorted()).toEqual(
      [...REGISTRATION_STATUSES].toSorted(),
    )
  })

  test('has requests in every state in which one can rest', async () => {
    const rows = await database.db.selectDistinct({ state: requests.state }).from(requests)
    // A request is agreed and contracted in one step.
    expect(rows.map(({ state }) => state).toSorted()).toEqual(
      ['accepted', 'contracted', 'declined', 'lapsed', 'negotiating', 'submitted', 'withdrawn'].toSorted(),
    )
  })

  test('books on the ledger exactly what the deals say', async () => {
    const year = sql<string>`to_char(${turnoverEntries.businessOn}, 'YYYY')`
    const rows = await database.db
      .select({ year, fen: sum(turnoverEntries.contractAmountFen).mapWith(Number) })
      .from(turnoverEntries)
      .groupBy(year)
      .orderBy(year)
    const expected = new Map<string, number>()
    for (const { stage, lastOn, contractWan, aftermath } of DEMO_DEALS) {
      if (stage !== 'registered') continue
      const wan = aftermath ? (aftermath.entry === 'changed' ? aftermath.contractWan : 0) : contractWan
      const key = lastOn.slice(0, 4)
      expected.set(key, (expected.get(key) ?? 0) + wan * FEN_PER_WAN)
    }
    expect(rows.map(({ year, fen }) => [year, fen])).toEqual([...expected])
  })

  test('has money at every stage, and in the register what was found to have come', async () => {
    const states = await database.db.selectDistinct({ state: payments.state }).from(payments)
    expect(states.map(({ state }) => state).sort()).toEqual(['awaiting_second', 'confirmed', 'submitted'])
    const registered = database.db.select({ id: registrations.contractId }).from(registrations)
    const confirmed = await database.db.$count(
      payments,
      and(eq(payments.state, 'confirmed'), inArray(payments.contractId, registered)),
    )
    expect(await database.db.$count(receipts, isNotNull(receipts.paymentId))).toBe(confirmed)
  })

  test('has texts signed on the market and one still bargained over, and contracts the calendar moved on', async () => {
    expect(await database.db.$count(contractSignatures, eq(contractSignatures.method, 'electronic'))).toBe(2)
    const versions = await database.db.select({ version: contractTexts.version }).from(contractTexts)
    expect(versions.map(({ version }) => version).toSorted()).toEqual([1, 1, 2, 2])
    const states = await database.db.selectDistinct({ state: contracts.state }).from(contracts)
    expect(states.map(({ state }) => state).toSorted()).toEqual(['draft', 'expired', 'in_force', 'ready'])
    expect(await database.db.$count(contractObligationMarks)).toBeGreaterThan(0)
  })

  test('has secrecy, licences without talks, a split with inventors and a doubt about a running notice', async () => {
    expect(await database.db.$count(confidentialOpenings)).toBe(1)
    const orders = await database.db.select({ state: licenceOrders.state }).from(licenceOrders)
    expect(orders.map(({ state }) => state).toSorted()).toEqual(['active', 'awaiting_payment'])
    const splits = await database.db.select({ state: rewardSplits.state }).from(rewardSplits)
    expect(splits.map(({ state }) => state).toSorted()).toEqual(['approved', 'draft'])
    expect(await database.db.$count(rewardDistributions)).toBeGreaterThan(0)
    const open = database.db
      .select({ id: noticeObjections.noticeId })
      .from(noticeObjections)
      .where(eq(noticeObjections.state, 'open'))
    expect(await database.db.$count(publicNotices, inArray(publicNotices.id, open))).toBe(1)
  })

  test('numbers each year without gaps', async () => {
    const rows = await database.db
      .select({ number: registrations.number })
      .from(registrations)
      .where(isNotNull(registrations.number))
      .orderBy(asc(registrations.number))
    const series = Map.groupBy(rows, ({ number }) => number?.slice(0, 10))
    for (const numbers of series.values()) {
      expect(numbers.map(({ number }) => Number(number?.slice(10)))).toEqual(
        numbers.map((_, index) => index + 1),
      )
    }
  })

  test('shows everybody published series, each contract of the checked province once', async () => {
    const visitor = new Stage({ db: database.db, storage: createLocalStorage(folder) }).as(null)
    const country = await getStatistics(visitor, '100000')
    expect(country.values.filter(({ contractAmountFen }) => contractAmountFen !== null)).toHaveLength(10)
    const { values } = await getStatistics(visitor, '340000')
    expect(uniqueOf(values, 'contractCount')).toBe(10_303)
    expect(uniqueOf(values, 'contractAmountFen')).toBe(5_425_000 * FEN_PER_WAN)
  })

  test('has closed years, of which one was revised since, lists of what was registered, and verified income', async () => {
    const visitor = new Stage({ db: database.db, storage: createLocalStorage(folder) }).as(null)
    const periods = await listPublishedPeriods(visitor)
    expect(periods.map(({ period }) => period)).toEqual(['2020', '2019'])
    const { revisions } = await getPublishedPeriod(visitor, '2019')
    expect(revisions.map(({ recordedOn }) => recordedOn)).toEqual(['2020-03-24'])
    expect(await database.db.$count(batchLists)).toBe(2)
    expect(await database.db.$count(receiptVerifications)).toBeGreaterThan(2)
  })

  test('has a figure for every indicator of the first plan, and prices to compare with', async () => {
    const stage = new Stage({ db: database.db, storage: createLocalStorage(folder) })
    stage.moveTo(AS_OF)
    const visitor = stage.as(null)
    const { indicators } = await getPlan(visitor, VALUES_PLAN)
    expect(indicators.filter(({ state }) => state === 'no_data')).toEqual([])
    for (const { values } of indicators) expect(values.at(-1)?.year).toBe(2020)
    expect((await listComparables(visitor, {})).length).toBeGreaterThanOrEqual(3)
  })

  test('has talks with words in them, a broker at work and one asked', async () => {
    const states = await database.db
      .select({ state: brokerages.state })
      .from(brokerages)
      .orderBy(asc(brokerages.state))
    expect(states.map(({ state }) => state)).toEqual(['active', 'proposed'])
    expect(await database.db.$count(requestMessages)).toBe(4)
  })

  test('has both sides of every signed contract keep the same file', async () => {
    const rows = await database.db
      .select({ files: count(), kinds: sql<number>`count(distinct ${contractSignatures.sha256})::int` })
      .from(contractSignatures)
      .groupBy(contractSignatures.contractId)
    for (const row of rows) expect(row).toEqual({ files: 2, kinds: 1 })
  })

  test('lets every shown account log in, and marks its organizations as samples', async () => {
    const context = new Stage({ db: database.db, storage: createLocalStorage(folder) }).as(null)
    for (const { email } of DEMO_ACCOUNTS) {
      const session = await logIn(
        { ...context, clock: { now: () => AS_OF } },
        { email, password: DEMO_PASSWORD, address: '127.0.0.1' },
      )
      expect(session.organizationId).not.toBeNull()
    }
    expect(await database.db.$count(organizations, eq(organizations.sample, false))).toBe(0)
    const desks = and(inArray(organizations.state, ['pending', 'rejected']))
    expect(await database.db.$count(organizations, desks)).toBe(2)
  })
})
