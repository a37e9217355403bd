import { paymentReminders } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { ScheduleLine } from '@market/domain/payments'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf, makeContract, makeDeal, testContext } from '../../testing/index.ts'
import {
  callDue,
  getContractPayments,
  openSchedule,
  planSchedule,
  remindPayers,
  reportRoyalty,
  waiveDue,
} from '../index.ts'
import { makeTill, type TillFixture } from '../testing/index.ts'
import { duesOf } from '../testing/rows.ts'

let test: TestDatabase
const clock = fixedClock('2026-03-02T02:00:00Z')
beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(() => clock.set('2026-03-02T02:00:00Z'))
afterAll(() => test.drop())

const till = (fixture: TillFixture = {}) => makeTill(test.db, clock, fixture)
const milestone: ScheduleLine = { kind: 'milestone', title: '中试验收', amountFen: 9_000_000, dueOn: null }

describe('a schedule', () => {
  const lines: ScheduleLine[] = [
    { kind: 'upfront', title: '首付款', amountFen: 5_000_000, dueOn: '2026-04-01' },
    { kind: 'milestone', title: '中试验收', amountFen: 15_000_000, dueOn: null },
  ]

  it('is written whole while the contract is a draft, and leaves a trail', async () => {
    const deal = await makeDeal(test.db)
    const { id: contractId } = await makeContract(test.db, deal)
    const as = testContext(test.db, deal.seller)
    await planSchedule(as, { contractId, lines })
    await planSchedule(as, { contractId, lines })
    const dues = await duesOf(test.db, contractId)
    expect(dues.map(({ title, state }) => [title, state])).toEqual([
      ['首付款', 'planned'],
      ['中试验收', 'planned'],
    ])
    expect(await auditActionsOf(test.db, contractId)).toContain('payment.plan')
  })

  it('has to fit the price, line by line', async () => {
    const deal = await makeDeal(test.db)
    const { id: contractId } = await makeContract(test.db, deal)
    const wrong = [
      { ...milestone, title: ' ', amountFen: 0 },
      { ...milestone, amountFen: 20_000_001 },
    ]
    await expect(
      planSchedule(testContext(test.db, deal.seller), { contractId, lines: wrong }),
    ).rejects.toMatchObject({
      code: 'payment.schedule_invalid',
      details: { problems: [{ path: 'lines.0.amountFen' }, { path: 'lines.0.title' }, { path: 'lines' }] },
    })
    expect(await duesOf(test.db, contractId)).toEqual([])
  })

  it('stands once the contract is signed, and is its parties’ alone', async () => {
    const one = await till()
    const plan = (actor = one.receiver) =>
      planSchedule(one.as(actor), { contractId: one.contractId, lines: [milestone] })
    await expect(plan()).rejects.toMatchObject({ code: 'payment.contract_not_draft' })
    await expect(plan(one.viewer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(plan(one.stranger)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('falls due once, however often it is asked for', async () => {
    const one = await till()
    expect(await openSchedule(one.as(null), one.contractId)).toBe(false)
    expect(await duesOf(test.db, one.contractId)).toHaveLength(one.dues.length)
  })
})

describe('an amount', () => {
  it('is called for once, by the receiver, for a day to come', async () => {
    const one = await till({ lines: [milestone] })
    const dueId = one.dues[0]?.id ?? ''
    const call = (actor = one.receiver, dueOn: string | null = '2026-03-31') =>
      callDue(one.as(actor), { dueId, dueOn })
    await expect(call(one.receiver, '2026-03-01')).rejects.toMatchObject({
      details: { problems: [{ path: 'dueOn', code: 'payment.date_past' }] },
    })
    await expect(call(one.payer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(call(one.stranger)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await call()).toMatchObject({ dueOn: '2026-03-31', state: 'open' })
    await expect(call()).rejects.toMatchObject({ code: 'payment.already_called' })
    expect(await auditActionsOf(test.db, dueId)).toEqual(['payment.call'])
  })

  it('is let go with a reason, unless money is on its way', async () => {
    const one = await till()
    const dueId = one.dues[0]?.id ?? ''
    const waive = (actor = one.receiver, reason = '质量折让') => waiveDue(one.as(actor), { dueId, reason })
    await expect(waive(one.receiver, ' ')).rejects.toMatchObject({ code: 'payment.reason_required' })
    await expect(waive(one.viewer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(waive(one.stranger)).rejects.toMatchObject({ kind: 'not-found' })
    await one.submit(one.dues[0], 1_000_000)
    await expect(waive()).rejects.toMatchObject({ code: 'payment.under_way' })

    const other = await till()
    await other.pay(other.dues[0], 2_000_000)
    const after = await waiveDue(other.as(other.receiver), {
      dueId: other.dues[0]?.id ?? '',
      reason: '质量折让',
    })
    expect(after).toMatchObject({ state: 'waived', waivedReason: '质量折让' })
    const input = { contractId: other.contractId, onlineOffered: false }
    expect((await getContractPayments(other.as(other.payer), input)).summary).toMatchObject({
      receivedFen: 2_000_000,
      outstandingFen: 0,
    })
    expect(await auditActionsOf(test.db, after.id)).toEqual(['payment.waive'])
    const again = waiveDue(other.as(other.receiver), { dueId: after.id, reason: '质量折让' })
    await expect(again).rejects.toMatchObject({ code: 'payment_due.wrong_state' })
  })
})

describe('a royalty', () => {
  const report = { periodFrom: '2026-04-01', periodTo: '2026-06-30', salesFen: 12_345_678 }

  it('falls due by the rate on reported sales, once per period', async () => {
    const one = await till({ terms: { royaltyRatePercent: 2.5 } })
    clock.set('2026-07-02T02:00:00Z')
    const { contractId } = one
    const due = await reportRoyalty(one.as(one.payer), { contractId, ...report })
    expect(due).toMatchObject({ kind: 'royalty', state: 'open', amountFen: 308_642 })
    expect(await auditActionsOf(test.db, due.id)).toEqual(['payment.report_royalty'])
    const overlapping = { contractId, ...report, periodFrom: '2026-06-30' }
    await expect(reportRoyalty(one.as(one.payer), overlapping)).rejects.toMatchObject({
      code: 'payment.period_reported',
    })
  })

  it('is of days that are over, under a contract that has one, and reported by the buyer', async () => {
    const one = await till({ terms: { royaltyRatePercent: 2.5 } })
    const { contractId } = one
    await expect(reportRoyalty(one.as(one.payer), { contractId, ...report })).rejects.toMatchObject({
      details: { problems: [{ path: 'periodTo', code: 'payment.period_not_over' }] },
    })
    await expect(reportRoyalty(one.as(one.receiver), { contractId, ...report })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(reportRoyalty(one.as(one.stranger), { contractId, ...report })).rejects.toMatchObject({
      kind: 'not-found',
    })
    const fixed = await till({ terms: { royaltyRatePercent: null } })
    await expect(
      reportRoyalty(fixed.as(fixed.payer), { contractId: fixed.contractId, ...report }),
    ).rejects.toMatchObject({ code: 'payment.no_royalty' })
  })
})

describe('use first, pay later', () => {
  const useFirst = { graceMonths: 12, parts: 4, everyMonths: 6 }
  const deferred = { amountFen: 10_000_001, terms: { useFirst, upfrontFen: 0, royaltyRatePercent: null } }

  it('falls due in parts once the months without a fee are over', async () => {
    const { dues } = await till(deferred)
    expect(dues.map(({ title, amountFen, dueOn, state }) => [title, amountFen, dueOn, state])).toEqual([
      ['第1期', 2_500_000, '2027-02-20', 'open'],
      ['第2期', 2_500_000, '2027-08-20', 'open'],
      ['第3期', 2_500_000, '2028-02-20', 'open'],
      ['第4期', 2_500_001, '2028-08-20', 'open'],
    ])
  })

  it('takes no plan and no call for money before that', async () => {
    const early = { kind: 'instalment' as const, title: '分期', amountFen: 10_000_001, dueOn: '2026-09-02' }
    expect((await till({ ...deferred, lines: [early] })).dues).toHaveLength(4)
    const one = await till({ ...deferred, lines: [{ ...milestone, amountFen: 10_000_001 }] })
    const dueId = one.dues[0]?.id ?? ''
    await expect(callDue(one.as(one.receiver), { dueId, dueOn: null })).rejects.toMatchObject({
      details: { problems: [{ path: 'dueOn', code: 'payment.within_grace' }] },
    })
    clock.set('2027-03-02T02:00:00Z')
    expect(await callDue(one.as(one.receiver), { dueId, dueOn: null })).toMatchObject({ dueOn: '2027-03-17' })
  })

  it('counts a royalty on what was sold afterwards alone', async () => {
    const terms = { ...deferred.terms, royaltyRatePercent: 2.5, useFirst: { ...useFirst, parts: null } }
    const one = await till({ terms })
    expect(one.dues).toEqual([])
    clock.set('2027-07-02T02:00:00Z')
    const report = (periodFrom: string) =>
      reportRoyalty(one.as(one.payer), {
        contractId: one.contractId,
        periodFrom,
        periodTo: '2027-06-30',
        salesFen: 12_345_678,
      })
    await expect(report('2027-02-19')).rejects.toMatchObject({
      details: { problems: [{ path: 'periodFrom', code: 'payment.within_grace' }] },
    })
    expect(await report('2027-02-20')).toMatchObject({ kind: 'royalty', amountFen: 308_642 })
  })
})

describe('reminders', () => {
  it('go out once per amount and day, before and after the date, and leave a trail', async () => {
    const one = await till({ lines: [{ ...milestone, kind: 'upfront', dueOn: '2026-03-09' }] })
    const dueId = one.dues[0]?.id ?? ''
    const remindedOn = async (instant: string) => {
      clock.set(instant)
      await remindPayers(one.as(null))
      await remindPayers(one.as(null))
    }
    await remindedOn('2026-03-02T02:00:00Z')
    await remindedOn('2026-03-04T02:00:00Z')
    await remindedOn('2026-03-10T02:00:00Z')
    const rows = await test.db.select().from(paymentReminders).where(eq(paymentReminders.dueId, dueId))
    expect(rows.map(({ daysLeft }) => daysLeft).sort()).toEqual([-1, 7])
    expect(await auditActionsOf(test.db, dueId)).toEqual(['payment.remind', 'payment.remind'])
  })
})
