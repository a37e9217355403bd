import { planIndicators, plans, registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelRegistration } from '../registration/index.ts'
import { makeOffice, type Office } from '../registration/testing/index.ts'
import { makeActor } from '../testing/index.ts'
import {
  getForecast,
  getPlan,
  getPublishedPeriod,
  listIndicatorValues,
  listPublishedPeriods,
  publishPeriod,
  type RecordIndicatorValueInput,
  recordIndicatorValue,
  releaseTurnover,
} from './index.ts'
import { hashPublication } from './published-figures.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office
let authority: Actor
let viewer: Actor
const registered: string[] = []

const WORDS = { definitionZh: '', definitionEn: '', unitZh: '件', unitEn: '', ownerZh: '', ownerEn: '' }

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2026-01-20T02:00:00Z')
  office = await makeOffice(test.db, clock)
  authority = await makeActor(test.db, 'authority', ['editor', 'reviewer'])
  viewer = await makeActor(test.db, 'authority', ['viewer'])
  const names = { nameZh: '规划', nameEn: 'Plan' }
  await test.db
    .insert(plans)
    .values({ key: 'p', ...names, regionCode: '450100', startYear: 2026, endYear: 2030 })
  await test.db.insert(planIndicators).values([
    { planKey: 'p', key: 'patents', position: 1, ...names, ...WORDS, feed: 'reported', targetValue: '8' },
    {
      planKey: 'p',
      key: 'agencies',
      position: 2,
      ...names,
      ...WORDS,
      feed: 'computed',
      computation: 'verified_agencies',
    },
  ])
  for (let index = 0; index < 4; index += 1) {
    registered.push(await office.registered({ signedOn: '2026-01-10' }))
  }
  clock.set('2026-02-03T02:00:00Z')
})
afterAll(() => test.drop())

const audited = async (action: string) =>
  (await test.db.execute(sql`select subject_id from audit_entries where action = ${action}`)).map(
    ({ subject_id }) => subject_id,
  )

describe('closing a period', () => {
  it('waits until it is over', async () => {
    await expect(publishPeriod(office.as(authority), '2026-02')).rejects.toMatchObject({
      code: 'period.not_over',
    })
    await expect(publishPeriod(office.as(authority), '2026-2')).rejects.toMatchObject({
      code: 'period.malformed',
    })
  })

  it('is for the authority’s reviewer alone', async () => {
    for (const actor of [viewer, office.registrar, await makeActor(test.db, 'operator', ['owner'])]) {
      await expect(publishPeriod(office.as(actor), '2026-01')).rejects.toMatchObject({
        code: 'policy.forbidden',
      })
    }
    await expect(publishPeriod(office.as(null), '2026-01')).rejects.toMatchObject({
      code: 'session.required',
    })
  })

  it('freezes its figures with a hash over them, once, and leaves an audit row', async () => {
    const published = await publishPeriod(office.as(authority), '2026-01')
    const { period, from, to, publishedAt, figures, hash } = published
    expect(hash).toBe(hashPublication({ period, from, to, publishedAt, figures }))
    expect(published.publicHash).not.toBe(hash)
    expect(await audited('turnover.publish_period')).toEqual(['2026-01'])
    await expect(publishPeriod(office.as(authority), '2026-01')).rejects.toMatchObject({
      code: 'period.already_published',
    })
    await expect(test.db.execute(sql`update published_periods set hash = ''`)).rejects.toThrow()
  })

  it('shows later changes as dated revisions beside it, never inside', async () => {
    clock.set('2026-03-05T02:00:00Z')
    const [registrationId = ''] = registered
    await cancelRegistration(office.as(office.registrar), { registrationId, reason: '双方解除' })
    const open = await getPublishedPeriod(office.as(viewer), '2026-01')
    const byType = open.figures.find(({ view, by }) => view === 'registered' && by === 'type')
    expect(byType?.total).toMatchObject({ contractCount: 4, contractAmountFen: 120_000_000 })
    expect(open.current).toMatchObject({ contractCount: 3 })
    expect(open.revisions).toMatchObject([
      { recordedOn: '2026-03-05', entries: 1, change: { contractCount: -1, contractAmountFen: -30_000_000 } },
    ])
  })

  it('is public without cells of single respondents, under a hash of its own', async () => {
    const [listed] = await listPublishedPeriods(office.as(null))
    const closed = await getPublishedPeriod(office.as(null), '2026-01')
    expect(closed.hash).toBe(listed?.hash)
    expect(closed.hash).toBe(hashPublication(closed))
    expect(closed.figures.some(({ by }) => by === 'university' || by === 'seller')).toBe(false)
    expect(closed.revisions).toMatchObject([{ recordedOn: '2026-03-05', change: null }])
    await expect(getPublishedPeriod(office.as(null), '2025')).rejects.toMatchObject({
      code: 'period.not_found',
    })
  })

  it('shows what was begun before and booked after it', async () => {
    clock.set('2026-02-03T01:00:00Z')
    await office.registered({ signedOn: '2026-02-02' })
    clock.set('2026-03-05T02:00:00Z')
    await publishPeriod(office.as(authority), '2026-02')
    clock.set('2026-03-05T01:59:59Z')
    const [record] = await test.db
      .select({ id: registrations.id })
      .from(registrations)
      .where(eq(registrations.registeredOn, '2026-02-03'))
    await cancelRegistration(office.as(office.registrar), {
      registrationId: record?.id ?? '',
      reason: '解除',
    })
    clock.set('2026-03-05T02:00:00Z')
    const { figures, revisions } = await getPublishedPeriod(office.as(viewer), '2026-02')
    expect(figures[0]?.total.contractCount).toBe(1)
    expect(revisions).toMatchObject([{ entries: 1, change: { contractCount: -1 } }])
  })
})

describe('reporting a value', () => {
  const input: RecordIndicatorValueInput = {
    planKey: 'p',
    indicatorKey: 'patents',
    year: 2026,
    value: '7.5',
    source: '统计公报',
    publishedOn: '2026-02-20',
    reason: '',
  }
  const record = (changes: Partial<RecordIndicatorValueInput> = {}, actor: Actor = authority) =>
    recordIndicatorValue(office.as(actor), { ...input, ...changes })

  it('is for the authority’s editor alone', async () => {
    for (const actor of [viewer, office.seller]) {
      await expect(record({}, actor)).rejects.toMatchObject({ code: 'policy.forbidden' })
    }
  })

  it('keeps the source, and the state of the indicator follows', async () => {
    expect(await record()).toMatchObject({ revision: 1, enteredBy: authority.userId })
    expect(await audited('plan.record_value')).toEqual(['p/patents/2026'])
    const { indicators } = await getPlan(office.as(null), 'p')
    expect(indicators[0]).toMatchObject({
      state: 'behind',
      values: [{ value: '7.5', source: '统计公报', revision: 1 }],
    })
  })

  it('is corrected with a reason, and what stood before stays', async () => {
    await expect(record({ value: '8.1' })).rejects.toMatchObject({ code: 'indicator_value.reason_required' })
    await expect(record({ reason: '更正' })).rejects.toMatchObject({ code: 'indicator_value.unchanged' })
    await record({ value: '8.1', reason: '公报更正' })
    const values = await listIndicatorValues(office.as(null), 'p', 'patents')
    expect(values.map(({ value, revision, reason }) => [value, revision, reason])).toEqual([
      ['7.5', 1, ''],
      ['8.1', 2, '公报更正'],
    ])
    const { indicators } = await getPlan(office.as(null), 'p')
    expect(indicators[0]).toMatchObject({ state: 'met', values: [{ value: '8.1' }] })
  })

  it('refuses what is no number, from the future, computed or unknown', async () => {
    await expect(record({ value: '很多', publishedOn: '2026-12-01' })).rejects.toMatchObject({
      details: { problems: [{ path: 'value' }, { path: 'publishedOn' }] },
    })
    await expect(record({ indicatorKey: 'agencies' })).rejects.toMatchObject({ code: 'indicator.computed' })
    await expect(record({ indicatorKey: 'x' })).rejects.toMatchObject({ code: 'indicator.not_found' })
  })
})

describe('the forecast', () => {
  it('counts what is registered and what is filed, and is coarse for the public', async () => {
    await office.submitted({ contractAmountFen: 12_345_678, technologyAmountFen: 1_000_000 })
    const open = await getForecast(office.as(viewer))
    expect(open).toMatchObject({
      year: 2026,
      expectedFen: 102_345_678,
      undecided: { contractCount: 1 },
      years: [],
    })
    const closed = { expectedFen: 90_000_000, undecided: null, registered: { contractCount: 3 } }
    await releaseTurnover(office.as(authority))
    expect(await getForecast(office.as(null))).toMatchObject(closed)
    await office.submitted({ contractAmountFen: 12_345_678, technologyAmountFen: 1_000_000 })
    expect(await getForecast(office.as(null))).toMatchObject(closed)
  })
})
