import { indicatorValues, planIndicators, plans } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suspendOrganization, verifyOrganization } from '../organizations/index.ts'
import { changeRegistration, revokeRegistration } from '../registration/index.ts'
import { makeOffice, type Office } from '../registration/testing/index.ts'
import { makeActor, makeOrganization } from '../testing/index.ts'
import {
  getPlan,
  getPlanTurnover,
  getTurnoverSummary,
  listPlans,
  listTurnoverContracts,
  releaseTurnoverOfMonth,
} from './index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office

const NAMES = { nameZh: '规划', nameEn: 'Plan' }
const PLAN = { ...NAMES, regionCode: '450100', source: '南府办〔2016〕71号' }
const WORDS = { definitionZh: '', definitionEn: '', unitZh: '', unitEn: '', ownerZh: '', ownerEn: '' }
const INDICATOR = { planKey: 'p16', ...NAMES, ...WORDS }

const insertPlans = async () => {
  await test.db.insert(plans).values([
    { key: 'p16', ...PLAN, startYear: 2016, endYear: 2020 },
    { key: 'p26', ...PLAN, source: null, startYear: 2026, endYear: 2030, sample: true },
  ])
  await test.db.insert(planIndicators).values([
    {
      ...INDICATOR,
      key: 'turnover',
      position: 1,
      feed: 'computed',
      computation: 'turnover',
      targetValue: '80000000000',
      path: { 2019: 56_600_000_000, 2020: 80_000_000_000 },
    },
    { ...INDICATOR, key: 'agencies', position: 2, feed: 'computed', computation: 'verified_agencies' },
    { ...INDICATOR, key: 'patents', position: 3, feed: 'reported', targetValue: '8' },
    {
      ...INDICATOR,
      planKey: 'p26',
      key: 'turnover',
      position: 1,
      feed: 'computed',
      computation: 'turnover',
      targetValue: '100000000',
    },
  ])
  await test.db.insert(indicatorValues).values({
    planKey: 'p16',
    indicatorKey: 'patents',
    year: 2015,
    value: '4.71',
    source: '规划基期',
    enteredAt: clock.now(),
  })
}

/** Contracts of 2019 and 2020 and one of 2026, one of them later changed and one revoked. */
const registerSome = async () => {
  const old = { type: 'ZR', endsOn: null } as const
  clock.set('2019-06-03T02:00:00Z')
  await office.registered({ ...old, subType: 'XK_PATENT', signedOn: '2019-05-01' })
  await office.registered({ ...old, subType: 'ZR_PATENT', signedOn: '2019-05-02', technicalField: '01' })
  clock.set('2020-06-03T02:00:00Z')
  const changed = await office.registered({ ...old, subType: 'ZR_KNOW_HOW', signedOn: '2020-05-01' })
  const revoked = await office.registered({ ...old, subType: 'ZR_PATENT', signedOn: '2020-05-02' })
  clock.set('2026-03-02T02:00:00Z')
  await office.registered({ technicalField: '05', planIndustry: 'food' })
  const context = office.as(office.registrar)
  const amounts = { contractAmountFen: 90_000_000, technologyAmountFen: 24_000_000 }
  await changeRegistration(context, { registrationId: changed, reason: '补充协议', ...amounts })
  await revokeRegistration(context, { registrationId: revoked, reason: '虚假材料' })
}

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2019-01-07T02:00:00Z')
  office = await makeOffice(test.db, clock)
  await insertPlans()
  await registerSome()
  authority = await makeActor(test.db, 'authority', ['viewer'])
})
afterAll(() => test.drop())

const ANONYMOUS = null
/** Reads every cell. */
let authority: Actor
const before2026 = new Date('2025-12-31T00:00:00Z')

describe('plans', () => {
  it('are public, newest first', async () => {
    expect((await listPlans(office.as(ANONYMOUS))).map(({ key }) => key)).toEqual(['p26', 'p16'])
    await expect(getPlan(office.as(ANONYMOUS), 'nowhere')).rejects.toMatchObject({ code: 'plan.not_found' })
  })

  it('show computed indicators beside reported ones with their source', async () => {
    const { indicators } = await getPlan(office.as(authority), 'p16')
    const values = Object.fromEntries(indicators.map(({ indicator, values }) => [indicator.key, values]))
    expect(values.turnover?.map(({ year, value }) => [year, value])).toEqual([
      [2016, '0'],
      [2017, '0'],
      [2018, '0'],
      [2019, '60000000'],
      [2020, '90000000'],
    ])
    expect(values.agencies).toEqual([])
    expect(values.patents).toMatchObject([{ year: 2015, value: '4.71', source: '规划基期' }])
  })

  it('count the agencies verified at the end of each year since the market opened', async () => {
    const now = clock.now()
    const operator = office.as(await makeActor(test.db, 'operator', ['owner', 'reviewer']))
    const [first, second] = [
      await makeOrganization(test.db, { kind: 'agency', state: 'pending' }),
      await makeOrganization(test.db, { kind: 'agency', state: 'pending' }),
    ]
    await makeOrganization(test.db, { kind: 'agency', state: 'pending' })
    // The last instant of 2017 in Asia/Shanghai.
    clock.set('2017-12-31T15:59:59Z')
    await verifyOrganization(operator, { id: first, reason: '' })
    clock.set('2018-12-31T16:00:00Z')
    await verifyOrganization(operator, { id: second, reason: '' })
    clock.set('2020-03-01T02:00:00Z')
    await suspendOrganization(operator, { id: first, reason: '证照过期' })
    clock.set(now.toISOString())
    const { indicators } = await getPlan(office.as(ANONYMOUS), 'p16')
    const agencies = indicators.find(({ indicator }) => indicator.key === 'agencies')
    expect(agencies?.values.map(({ year, value }) => [year, value])).toEqual([
      [2017, '1'],
      [2018, '1'],
      [2019, '2'],
      [2020, '1'],
    ])
  })
})

describe('turnover of a plan', () => {
  it('stands year by year against path and target', async () => {
    const turnover = await getPlanTurnover(office.as(authority), { key: 'p16' })
    expect(turnover).toMatchObject({ year: 2020, targetFen: 80_000_000_000 })
    expect(turnover.years.at(-1)).toMatchObject({
      year: 2020,
      begun: true,
      suppressed: false,
      averageFen: 90_000_000,
      previous: { contractCount: 2, contractAmountFen: 60_000_000 },
      growth: 0.5,
      contractCount: 1,
      contractAmountFen: 90_000_000,
      technologyAmountFen: 24_000_000,
      pathFen: 80_000_000_000,
      contractsQuery: 'year=2020',
    })
    const sample = await getPlanTurnover(office.as(authority), { key: 'p26' })
    expect(sample.years.map(({ begun }) => begun)).toEqual([true, false, false, false, false])
  })

  it('breaks a year down in today’s five types, whatever the law of its time called them', async () => {
    const { breakdowns, total } = await getPlanTurnover(office.as(authority), { key: 'p16', year: 2019 })
    expect(breakdowns.map(({ by }) => by)).toEqual(['type', 'field', 'planIndustry'])
    const [types] = breakdowns
    expect(types?.items.map(({ code, contractCount, share }) => [code, contractCount, share])).toEqual([
      ['KF', 0, 0],
      ['ZR', 1, 0.5],
      ['XK', 1, 0.5],
      ['ZX', 0, 0],
      ['FW', 0, 0],
    ])
    for (const { items } of breakdowns) {
      const sum = items.reduce((amount, { contractAmountFen }) => amount + (contractAmountFen ?? 0), 0)
      expect(sum).toBe(total.contractAmountFen)
    }
  })

  it('answers as the register would have at an instant of the past', async () => {
    const then = await getPlanTurnover(office.as(authority), {
      key: 'p16',
      by: 'type',
      asKnownAt: before2026,
    })
    expect(then.total).toMatchObject({ contractCount: 2, contractAmountFen: 60_000_000 })
    expect(then.breakdowns).toHaveLength(1)
    expect(then.total.contractsQuery).toBe('year=2020&asKnownAt=2025-12-31T00%3A00%3A00.000Z')
  })

  it('every figure opens the contracts it counts', async () => {
    for (const asKnownAt of [undefined, before2026]) {
      const { breakdowns, years } = await getPlanTurnover(office.as(authority), { key: 'p16', asKnownAt })
      const figures = [...years, ...breakdowns.flatMap(({ items }) => items)]
      for (const { contractsQuery, contractCount } of figures) {
        const {
          year,
          asKnownAt: at,
          ...dimension
        } = Object.fromEntries(new URLSearchParams(contractsQuery ?? ''))
        const page = await listTurnoverContracts(office.as(authority), {
          ...dimension,
          year: Number(year),
          asKnownAt: at === undefined ? undefined : new Date(at),
          limit: 100,
        })
        expect([page.contractCount, page.items.length]).toEqual([contractCount, contractCount])
      }
    }
  })
})

describe('the contracts behind a figure', () => {
  it('come newest first, page by page', async () => {
    const first = await listTurnoverContracts(office.as(ANONYMOUS), { limit: 3 })
    const rest = await listTurnoverContracts(office.as(ANONYMOUS), {
      limit: 3,
      cursor: first.nextCursor ?? '',
    })
    const days = [...first.items, ...rest.items].map(({ businessOn }) => businessOn)
    expect(days).toEqual(['2026-03-02', '2020-06-03', '2019-06-03', '2019-06-03'])
    expect(rest.nextCursor).toBeNull()
    const told = Buffer.from(first.nextCursor ?? '', 'base64url').toString()
    expect(told).toBe(JSON.stringify([first.items.at(-1)?.number]))
  })

  it('name no party and show single amounts to operator and authority only', async () => {
    const read = async (actor: Parameters<Office['as']>[0]) =>
      (await listTurnoverContracts(office.as(actor), { year: 2020, limit: 10 })).items
    const [open] = await read(ANONYMOUS)
    expect(Object.keys(open ?? {}).sort()).toEqual([
      'businessOn',
      'contractAmountFen',
      'fiveType',
      'number',
      'planIndustry',
      'technicalField',
      'technologyAmountFen',
    ])
    expect(open).toMatchObject({ contractAmountFen: null, technologyAmountFen: null })
    expect((await read(office.seller))[0]?.contractAmountFen).toBeNull()
    expect((await read(authority))[0]?.contractAmountFen).toBe(90_000_000)
  })
})

describe('the summary', () => {
  it('tells this year in Shanghai against the plan that covers it', async () => {
    const summary = await getTurnoverSummary(office.as(authority), {})
    expect(summary).toMatchObject({
      year: 2026,
      contractCount: 1,
      contractAmountFen: 30_000_000,
      targetFen: 100_000_000,
      share: 0.3,
      plan: { key: 'p26' },
      contractsQuery: 'year=2026',
    })
  })

  it('withholds from the public what stands on too few contracts', async () => {
    await releaseTurnoverOfMonth(office.as(null))
    const summary = await getTurnoverSummary(office.as(ANONYMOUS), {})
    expect(summary).toMatchObject({
      suppressed: true,
      contractAmountFen: null,
      share: null,
      targetFen: 100_000_000,
    })
    const { years, breakdowns } = await getPlanTurnover(office.as(ANONYMOUS), { key: 'p16', year: 2019 })
    const hidden = [...years, ...breakdowns.flatMap(({ items }) => items)].filter(
      ({ suppressed }) => suppressed,
    )
    expect(hidden.length).toBeGreaterThan(3)
    const { indicators } = await getPlan(office.as(ANONYMOUS), 'p16')
    expect(indicators[0]?.values.map(({ year }) => year)).toEqual([2016, 2017, 2018])
  })
})
