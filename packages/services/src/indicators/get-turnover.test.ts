import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { TURNOVER_BREAKDOWNS, TURNOVER_VIEWS } from '@market/domain/indicators'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOffice, type Office } from '../registration/testing/index.ts'
import { makeActor } from '../testing/index.ts'
import {
  checkRollups,
  getTurnover,
  getTurnoverSummary,
  listTurnoverContracts,
  rebuildRollups,
  releaseTurnover,
} from './index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office
let authority: Actor
let reviewer: Actor

interface Flow {
  seller: string
  buyer: string
  contracts: number
  fen: number
}

const YI = 10_000_000_000

/** RULES 2.3: one province's first half of 2022, as published. */
const PUBLISHED: Flow[] = [
  { seller: '340100', buyer: '340200', contracts: 6_233, fen: 207.7 * YI },
  { seller: '340100', buyer: '310000', contracts: 8_512 - 6_233, fen: 114.1 * YI },
  { seller: '320100', buyer: '340800', contracts: 1_791, fen: 220.7 * YI },
]

/** Lines of the ledger without registrations behind them, as only a superuser can write them. */
const insertFlow = async ({ seller, buyer, contracts, fen }: Flow): Promise<void> => {
  const each = Math.floor(fen / contracts)
  const rest = Math.round(fen) - each * contracts
  const { organizationId } = office.seller
  await test.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`insert into turnover_entries (registration_id, version, direction, contract_count,
        contract_amount_fen, technology_amount_fen, business_on, recorded_at, type, sub_type, four_type, five_type,
        regime_key, technical_field, plan_industry, ip_kind, plan_source, seller_kind, buyer_kind,
        seller_region_code, buyer_region_code, agency_id, seller_id, buyer_id)
      select gen_random_uuid(), 1, 'book', 1, amount, amount, day, (day + time '03:00') at time zone 'UTC', type, sub_type,
        case type when 'XK' then 'ZR' else type end, type, 'R2022',
        lpad((1 + n % 11)::text, 2, '0'), 'food', 'know_how', 'none', '0221', '150', ${seller}, ${buyer},
        ${organizationId}::uuid, ${organizationId}::uuid, ${organizationId}::uuid
      from (select n, ${each}::bigint + case n when 0 then ${rest}::bigint else 0 end as amount,
          date '2022-01-01' + n % 181 as day, (array['KF', 'ZR', 'XK', 'ZX', 'FW'])[1 + n % 5] as type,
          (array['KF_COMMISSIONED', 'ZR_PATENT', 'XK_PATENT', null, 'FW_TRAINING'])[1 + n % 5] as sub_type
        from generate_series(0, ${contracts - 1}::int) n) made`)
  })
}

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2022-07-15T02:00:00Z')
  office = await makeOffice(test.db, clock)
  authority = await makeActor(test.db, 'authority', ['viewer'])
  reviewer = await makeActor(test.db, 'authority', ['reviewer'])
  for (const flow of PUBLISHED) await insertFlow(flow)
  await rebuildRollups(test.db, '340000')
  await releaseTurnover(office.as(reviewer))
}, 120_000)
afterAll(() => test.drop())

const HALF_YEAR = { from: '2022-01-01', to: '2022-06-30' }

describe('a published half year of one province', () => {
  it('comes out contract by contract: output, intake, what stays inside, and each once', async () => {
    const read = async (view: (typeof TURNOVER_VIEWS)[number]['code']) =>
      (await getTurnover(office.as(null), { view, ...HALF_YEAR })).total
    expect(await read('output')).toMatchObject({
      contractCount: 8_512,
      contractAmountFen: Math.round(321.8 * YI),
    })
    expect(await read('intake')).toMatchObject({
      contractCount: 8_024,
      contractAmountFen: Math.round(428.4 * YI),
    })
    expect(await read('self')).toMatchObject({
      contractCount: 6_233,
      contractAmountFen: Math.round(207.7 * YI),
    })
    expect(await read('unique')).toMatchObject({ contractCount: 10_303, contractAmountFen: 542.5 * YI })
    expect(await read('registered')).toMatchObject({ contractCount: 10_303, averageFen: 526_545_666 })
  })

  it('sums to the same whole in every breakdown, four types and five alike', async () => {
    for (const { code: view } of TURNOVER_VIEWS) {
      for (const { code: by } of TURNOVER_BREAKDOWNS) {
        if (by === 'total') continue
        const { items, total } = await getTurnover(office.as(authority), { view, by, ...HALF_YEAR })
        const sum = items.reduce((amount, { contractAmountFen }) => amount + (contractAmountFen ?? 0), 0)
        expect([view, by, sum]).toEqual([view, by, total.contractAmountFen])
        expect(items.reduce((share, item) => share + (item.share ?? 0), 0)).toBeCloseTo(1)
      }
    }
  })

  it('output to self equals intake from self', async () => {
    const flow = async (view: 'output' | 'intake') =>
      (await getTurnover(office.as(authority), { view, by: 'flow', ...HALF_YEAR })).items.find(
        ({ code }) => code === 'home-home',
      )
    expect((await flow('output'))?.contractAmountFen).toBe((await flow('intake'))?.contractAmountFen)
  })

  it('opens down to its contracts, whatever the view', async () => {
    const { items } = await getTurnover(office.as(authority), { view: 'intake', by: 'subType', ...HALF_YEAR })
    for (const { contractsQuery, contractCount } of items) {
      const query = Object.fromEntries(new URLSearchParams(contractsQuery ?? ''))
      const page = await listTurnoverContracts(office.as(authority), { ...query, limit: 1 })
      expect(page.contractCount).toBe(contractCount)
    }
  })

  it('parts of months come from the ledger and agree with whole ones', async () => {
    const sum = async (from: string, to: string, asKnownAt?: Date) =>
      (await getTurnover(office.as(authority), { from, to, asKnownAt })).total.contractCount ?? 0
    const parts = [
      await sum('2022-01-01', '2022-01-10'),
      await sum('2022-01-11', '2022-04-03'),
      await sum('2022-04-04', '2022-06-30'),
    ]
    expect(parts.reduce((left, right) => left + right, 0)).toBe(10_303)
    const then = new Date('2022-03-20T12:00:00Z')
    expect(await sum('2022-01-01', '2022-12-31', then)).toBe(await sum('2022-01-01', '2022-03-20'))
    expect(await sum('2022-02-05', '2022-12-31', then)).toBe(await sum('2022-02-05', '2022-03-20'))
  })
})

describe('what the public reads', () => {
  it('is whole months and no single respondent', async () => {
    const days = { from: '2022-01-01', to: '2022-06-29' }
    await expect(getTurnover(office.as(null), days)).rejects.toMatchObject({
      code: 'turnover.period_not_public',
    })
    await expect(getTurnover(office.as(null), { by: 'university' })).rejects.toMatchObject({
      code: 'turnover.breakdown_not_public',
    })
    const running = await getTurnover(office.as(null), { from: '2022-01-01', to: '2022-07-15' })
    expect(running).toMatchObject({ to: '2022-07-31', smallestCell: 3, regionCode: '340000' })
    await expect(listTurnoverContracts(office.as(null), { view: 'output', limit: 1 })).rejects.toMatchObject({
      code: 'turnover.breakdown_not_public',
    })
  })

  it('is what was released: now, or at an instant of the past', async () => {
    const released = clock.now()
    const before = await getTurnover(office.as(null), { asKnownAt: new Date('2022-07-01T00:00:00Z') })
    expect(before).toMatchObject({ released: { releasedAt: null }, total: { suppressed: true } })
    await insertFlow({ seller: '340300', buyer: '710000', contracts: 1, fen: YI })
    await rebuildRollups(test.db)
    clock.advance(3_600_000)
    const now = await getTurnover(office.as(null), {})
    expect(now).toMatchObject({
      asKnownAt: released,
      released: { releasedAt: released, nextAt: new Date('2022-07-31T16:00:00Z') },
      total: { contractCount: 10_303 },
    })
    expect((await getTurnoverSummary(office.as(null), {})).contractCount).toBe(10_303)
    expect((await getTurnover(office.as(authority), {})).total.contractCount).toBe(10_304)
    await releaseTurnover(office.as(reviewer))
    // One contract more would tell its amount.
    expect((await getTurnover(office.as(null), {})).total.contractCount).toBe(10_303)
    await insertFlow({ seller: '340300', buyer: '990000', contracts: 4, fen: YI })
    await rebuildRollups(test.db)
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    expect((await getTurnover(office.as(null), {})).total.contractCount).toBe(10_308)
    const then = await getTurnover(office.as(null), { asKnownAt: released })
    expect(then).toMatchObject({ asKnownAt: released, total: { contractCount: 10_303 } })
  }, 120_000)

  it('is asked by months and quarters, and by year for everything else', async () => {
    const half = await getTurnover(office.as(null), HALF_YEAR)
    expect(half.total.suppressed).toBe(false)
    await expect(getTurnover(office.as(null), { by: 'type', ...HALF_YEAR })).rejects.toMatchObject({
      code: 'turnover.period_not_public',
      details: { from: '2022-01-01', to: '2022-12-31' },
    })
  })
})

describe('every public answer', () => {
  it('shows no cell on one or two contracts, in any view, breakdown, month, quarter or year', async () => {
    for (const [seller, buyer, contracts] of [
      ['340300', '340100', 1],
      ['340400', '110000', 2],
      ['420100', '430100', 1],
    ] as const) {
      await insertFlow({ seller, buyer, contracts, fen: YI })
    }
    await rebuildRollups(test.db)
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    const periods = [
      ['2022-01-01', '2022-12-31'],
      ['2022-01-01', '2022-01-31'],
      ['2022-01-01', '2022-03-31'],
    ] as const
    let [hidden, shown] = [0, 0]
    for (const { code: view } of TURNOVER_VIEWS) {
      for (const { code: by, public: isPublic } of TURNOVER_BREAKDOWNS) {
        const byTime = by === 'month' || by === 'quarter' || by === 'year' || by === 'total'
        for (const [from, to] of isPublic ? periods.slice(0, byTime ? 3 : 1) : []) {
          const closed = await getTurnover(office.as(null), { view, by, from, to })
          for (const { contractCount } of [closed.total, ...closed.items]) {
            if (contractCount === null) hidden += 1
            else if (contractCount > 0) {
              shown += 1
              expect(contractCount).toBeGreaterThanOrEqual(3)
            }
          }
        }
      }
    }
    expect(hidden).toBeGreaterThan(0)
    expect(shown).toBeGreaterThan(100)
    expect(await checkRollups(test.db)).toEqual([])
  }, 60_000)
})

describe('a period', () => {
  it('is this year when none is named, and may not end before it begins', async () => {
    expect(await getTurnover(office.as(null), {})).toMatchObject({ from: '2022-01-01', to: '2022-12-31' })
    await expect(
      getTurnover(office.as(null), { from: '2022-02-01', to: '2022-01-31' }),
    ).rejects.toMatchObject({ code: 'turnover.period_invalid' })
  })
})
