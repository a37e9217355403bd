import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelRegistration, changeRegistration } from '../../registration/index.ts'
import { makeOffice, type Office } from '../../registration/testing/index.ts'
import { auditActionsOf, makeActor } from '../../testing/index.ts'
import {
  getPublishedPeriod,
  getTurnover,
  listComparables,
  listTurnoverContracts,
  publishPeriod,
  readOpenSeries,
  rebuildRollups,
  releaseTurnover,
  releaseTurnoverOfMonth,
} from '../index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office
let reviewer: Actor
const registered: string[] = []

const register = (changes: Parameters<Office['registered']>[0] = {}) =>
  office.registered({ signedOn: '2026-01-10', ...changes })

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2026-01-20T02:00:00Z')
  office = await makeOffice(test.db, clock)
  reviewer = await makeActor(test.db, 'authority', ['reviewer'])
  for (let index = 0; index < 4; index += 1) registered.push(await register())
})
afterAll(() => test.drop())

const publicTotal = async () => (await getTurnover(office.as(null), { from: '2026-01-01' })).total

describe('a release', () => {
  it('is for the authority’s reviewer alone', async () => {
    const viewer = await makeActor(test.db, 'authority', ['viewer'])
    for (const actor of [viewer, office.registrar, await makeActor(test.db, 'operator', ['owner'])]) {
      await expect(releaseTurnover(office.as(actor))).rejects.toMatchObject({ code: 'policy.forbidden' })
    }
    await expect(releaseTurnover(office.as(null))).rejects.toMatchObject({ code: 'session.required' })
  })

  it('shows the public what was hidden before, and leaves an audit row', async () => {
    expect(await publicTotal()).toMatchObject({ suppressed: true, contractCount: null })
    expect(await releaseTurnover(office.as(reviewer))).toEqual({
      releasedAt: clock.now(),
      nextAt: new Date('2026-01-31T16:00:00Z'),
    })
    expect(await publicTotal()).toMatchObject({ contractCount: 4, contractAmountFen: 120_000_000 })
    expect(await auditActionsOf(test.db, '1')).toEqual(['turnover.release'])
  })

  it('is made once an instant, and by the calendar once a month', async () => {
    await expect(releaseTurnover(office.as(reviewer))).rejects.toMatchObject({
      code: 'turnover.already_released',
    })
    expect(await releaseTurnoverOfMonth(office.as(null))).toBe(false)
    clock.set('2026-01-31T16:05:00Z')
    expect(await releaseTurnoverOfMonth(office.as(null))).toBe(true)
    expect(await releaseTurnoverOfMonth(office.as(null))).toBe(false)
  })

  it('is never changed afterwards', async () => {
    for (const table of ['turnover_releases', 'turnover_released_entries', 'turnover_released_figures']) {
      await expect(test.db.execute(sql.raw(`delete from ${table}`))).rejects.toThrow()
    }
  })
})

describe('one contract between two releases', () => {
  it('changes nothing that the public reads, wherever it looks', async () => {
    clock.set('2026-02-03T02:00:00Z')
    await publishPeriod(office.as(reviewer), '2026-01')
    const read = async () => ({
      total: (await publicTotal()).contractAmountFen,
      types: (await getTurnover(office.as(null), { by: 'type' })).items.map(
        ({ code, contractCount, contractAmountFen }) => [code, contractCount, contractAmountFen],
      ),
      series: await readOpenSeries(office.as(null), { by: 'month', view: 'registered' }),
      prices: await listComparables(office.as(null), {}),
      closed: await getPublishedPeriod(office.as(null), '2026-01').then(({ current, figures }) => [
        current.contractAmountFen,
        figures,
      ]),
    })
    const before = await read()
    const [changed = '', cancelled = ''] = registered
    const context = office.as(office.registrar)
    await changeRegistration(context, {
      registrationId: changed,
      reason: '补充协议',
      contractAmountFen: 31_000_000,
    })
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    expect(await read()).toEqual(before)
    await cancelRegistration(context, { registrationId: cancelled, reason: '双方解除' })
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    expect(await read()).toEqual(before)
    const viewer = await makeActor(test.db, 'authority', ['viewer'])
    expect((await getTurnover(office.as(viewer), {})).total).toMatchObject({ contractAmountFen: 91_000_000 })
  })

  it('opens the list of contracts that the figure was released with', async () => {
    const { total } = await getTurnover(office.as(null), {})
    const { year, asKnownAt } = Object.fromEntries(new URLSearchParams(total.contractsQuery ?? ''))
    expect(year).toBe('2026')
    const asked = { year: Number(year), asKnownAt: new Date(asKnownAt ?? ''), limit: 1 }
    expect((await listTurnoverContracts(office.as(null), asked)).contractCount).toBe(3)
  })

  it('is shown with the next ones that hide it', async () => {
    for (let index = 0; index < 3; index += 1) await register()
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    expect(await publicTotal()).toMatchObject({ contractCount: 6, contractAmountFen: 181_000_000 })
  })

  it('is not told by seeing the flows from another place', async () => {
    await register()
    await rebuildRollups(test.db, '450000')
    clock.advance(1000)
    await releaseTurnover(office.as(reviewer))
    const { total } = await getTurnover(office.as(null), { view: 'unique' })
    expect(total.contractCount === null || total.contractCount === 6).toBe(true)
    expect((await publicTotal()).contractCount).toBe(6)
  })
})

describe('price ranges', () => {
  it('are shown anew after five contracts', async () => {
    const sellers = await Promise.all([1, 2, 3].map(() => makeActor(test.db, 'university')))
    const sell = async (fen: number, times: number) => {
      for (let index = 0; index < times; index += 1) {
        const sellerId = sellers[index % 3]?.organizationId ?? ''
        const amounts = { contractAmountFen: fen, technologyAmountFen: 1_000_000 }
        await register({ sellerId, technicalField: '09', ...amounts })
      }
      clock.advance(1000)
      await releaseTurnover(office.as(reviewer))
      return (await listComparables(office.as(null), { field: '09' })).map(
        ({ upperQuartileFen }) => upperQuartileFen,
      )
    }
    expect(await sell(50_000_000, 8)).toEqual([50_000_000])
    expect(await sell(90_000_000, 4)).toEqual([50_000_000])
    expect(await sell(90_000_000, 1)).toEqual([90_000_000])
  })
})
