import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf } from '../../testing/index.ts'
import {
  captureDeposit,
  openPayoutAccount,
  recheckPayment,
  refreshPayoutAccount,
  refundPayment,
  releaseDeposit,
  startCheckout,
} from '../index.ts'
import { type Counter, openCounter, type Till } from '../testing/index.ts'
import { paymentsOf } from '../testing/rows.ts'

let test: TestDatabase
let clock: FixedClock
let counter: Counter

beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  counter = await openCounter(test.db, clock)
  return () => counter.close()
})
afterAll(() => test.drop())

const stateOf = async ({ contractId }: Till) => (await paymentsOf(test.db, contractId))[0]?.state

/** Each call is refused to the organization's viewers, and of something unknown to strangers. */
const expectOwn = async (
  { viewer, stranger }: Till,
  calls: ((actor: Till['viewer']) => Promise<unknown>)[],
) => {
  for (const call of calls) {
    await expect(call(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(call(stranger)).rejects.toMatchObject({ code: 'payment.not_found' })
  }
}

const lines = [
  { kind: 'upfront' as const, title: '价款', amountFen: 9_000_000, dueOn: '2026-03-20' },
  { kind: 'deposit' as const, title: '履约保证金', amountFen: 1_000_000, dueOn: '2026-03-10' },
]

describe('asking Stripe anew', () => {
  it('finds what was paid meanwhile, and leaves an audit row', async () => {
    const one = await counter.till()
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[0])
    counter.stripe.books.pay(checkoutId)
    for (const actor of [one.payer, one.receiver]) {
      await recheckPayment(one.as(actor), counter.gateway, paymentId)
      expect(await stateOf(one)).toBe('confirmed')
    }
    const trail = await auditActionsOf(test.db, paymentId)
    expect(trail.filter((action) => action === 'payment.recheck')).toHaveLength(2)
    expect(trail).toContain('payment.synchronize')
  })

  it('is nothing for a transfer by bank', async () => {
    const one = await counter.till()
    const { id } = await one.submit(one.dues[0], 100)
    const recheck = recheckPayment(one.as(one.payer), counter.gateway, id)
    await expect(recheck).rejects.toMatchObject({ kind: 'conflict', code: 'payment.not_online' })
  })

  it('is for the finance people of the two sides', async () => {
    const one = await counter.till()
    const { paymentId } = await counter.begin(one, one.dues[0])
    await expectOwn(one, [(actor) => recheckPayment(one.as(actor), counter.gateway, paymentId)])
  })
})

describe('standing at the counter', () => {
  it('a checkout is not opened of what is settled, nor by others than the payer', async () => {
    const one = await counter.till()
    const [due] = one.dues
    const start = (actor = one.payer) => startCheckout(one.as(actor), counter.settings(), due?.id ?? '')
    await expectOwn(one, [start])
    await one.pay(due, 9_000_000)
    await expect(start()).rejects.toMatchObject({ code: 'payment.not_open' })
  })

  it('a deposit is taken and let go once it is authorised, by the receiver alone', async () => {
    const one = await counter.till({ lines })
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[1])
    const capture = (actor = one.receiver) =>
      captureDeposit(one.as(actor), counter.gateway, { paymentId, amountFen: 1 })
    const release = (actor = one.receiver) => releaseDeposit(one.as(actor), counter.gateway, paymentId)
    await expectOwn(one, [capture, release])
    for (const call of [capture, release]) {
      await expect(call(one.payer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await expect(call()).rejects.toMatchObject({ code: 'payment.wrong_state' })
    }
    counter.stripe.books.pay(checkoutId)
    await counter.deliver(one)
    await release()
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.release')
  })

  it('a refund is of money that came, and leaves an audit row', async () => {
    const one = await counter.till()
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[0])
    const refund = (actor = one.receiver) =>
      refundPayment(one.as(actor), counter.gateway, {
        ...{ paymentId, amountFen: 100, reason: '减价', proofFileId: null },
      })
    await expectOwn(one, [refund])
    await expect(refund()).rejects.toMatchObject({ code: 'payment.wrong_state' })
    counter.stripe.books.pay(checkoutId)
    await counter.deliver(one)
    await refund()
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.refund')
  })

  it('an account is opened and read anew by finance, and leaves an audit row', async () => {
    const one = await counter.till()
    const { organizationId } = one.receiver
    expect(await auditActionsOf(test.db, organizationId)).toContain('payout_account.synchronize')
    const theirs = await refreshPayoutAccount(one.as(one.stranger), counter.gateway)
    expect(theirs.account).toBeNull()
    for (const call of [
      async () => openPayoutAccount(one.as(one.viewer), counter.settings()),
      async () => refreshPayoutAccount(one.as(one.viewer), counter.gateway),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'policy.forbidden' })
    }
    const closed = async () =>
      openPayoutAccount(one.as(one.receiver), { ...counter.settings(), gateway: null })
    await expect(closed()).rejects.toMatchObject({ code: 'payment.online_not_offered' })
  })
})
