import { createStripeGateway } from '@market/adapters/payments'
import { DOUBLE_WEBHOOK_SECRET } from '@market/adapters/payments/testing'
import { events } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf } from '../../testing/index.ts'
import {
  captureDeposit,
  getContractPayments,
  reconcilePayments,
  refundPayment,
  releaseDeposit,
  startCheckout,
  synchronizePayment,
} from '../index.ts'
import { type Counter, makeTill, openCounter, type Till } from '../testing/index.ts'
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

const summary = async ({ as, payer, contractId }: Till) =>
  (await getContractPayments(as(payer), { contractId, onlineOffered: true })).summary

const stateOf = async ({ contractId }: Till) => (await paymentsOf(test.db, contractId))[0]?.state

const allEvents = () => counter.stripe.events.map(({ id }) => id)

const confirmations = async (paymentId: string) => {
  const of = and(eq(events.type, 'payment.confirmed'), eq(events.subjectId, paymentId))
  return (await test.db.select().from(events).where(of)).length
}

describe('a checkout', () => {
  it('is paid, believed only when read at Stripe, and passed on less the fee', async () => {
    const one = await counter.till()
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[0], 100)
    expect(await stateOf(one)).toBe('pending')
    counter.stripe.books.pay(checkoutId)
    expect(await summary(one)).toMatchObject({ receivedFen: 0 })
    await counter.deliver(one)
    expect(await summary(one)).toMatchObject({
      receivedFen: 9_000_000,
      outstandingFen: 0,
      feeFen: 90_000,
      paidOutFen: 8_910_000,
    })
    expect(await auditActionsOf(test.db, paymentId)).toEqual([
      'payment.pay_online',
      'payment.checkout_opened',
      'payment.synchronize',
    ])
    const transferred = counter.stripe.books.balance.find(({ type }) => type === 'transfer')
    expect(transferred?.amount).toBe(-8_910_000)
  })

  it('is booked once under replay and in any order', async () => {
    const one = await counter.till()
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[0])
    counter.stripe.books.beginPaying(checkoutId)
    const early = allEvents()
    counter.stripe.books.pay(checkoutId)
    const late = allEvents().filter((id) => !early.includes(id))
    await counter.deliver(one, [...late.toReversed(), ...early, ...late, ...early])
    await counter.deliver(one)
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
    expect(await confirmations(paymentId)).toBe(1)
  })

  it('is not moved by what a forged, stale or replaced event claims', async () => {
    const one = await counter.till()
    const { checkoutId } = await counter.begin(one, one.dues[0])
    counter.stripe.books.pay(checkoutId)
    const [id = ''] = allEvents().slice(-1)
    const verify = ({ body, signature }: { body: string; signature: string }) =>
      counter.gateway.verifyEvent(Buffer.from(body), signature, clock.now())
    expect(verify(counter.stripe.sign(id, { secret: 'whsec_of_somebody_else' }))).toBeNull()
    const old = new Date(clock.now().getTime() - 3_600_000)
    expect(verify(counter.stripe.sign(id, { at: old }))).toBeNull()
    const signed = counter.stripe.sign(id)
    expect(verify({ ...signed, body: signed.body.replace('9000000', '9000001') })).toBeNull()
    expect(verify(signed)).not.toBeNull()
  })

  it('survives the loss of every event', async () => {
    const one = await counter.till()
    const { checkoutId, paymentId } = await counter.begin(one, one.dues[0])
    counter.stripe.books.pay(checkoutId)
    clock.advance(3_600_000)
    const { differences } = await reconcilePayments(one.as(null), counter.settings())
    expect(differences.filter((found) => found.paymentId === paymentId)).toMatchObject([
      { kind: 'state', ours: 'pending', theirs: 'confirmed', mended: true },
    ])
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
    const again = await reconcilePayments(one.as(null), counter.settings())
    expect(again.differences).toEqual([])
  })

  it('whose answer was lost comes back when asked for again, and is charged once', async () => {
    const one = await counter.till()
    for (let call = 0; call < 3; call += 1) counter.stripe.loseAnswerOf('POST', /checkout\/sessions$/)
    await expect(counter.begin(one, one.dues[0])).rejects.toMatchObject({
      code: 'payment.gateway_unavailable',
    })
    expect(await stateOf(one)).toBe('intended')
    const first = await counter.begin(one, one.dues[0])
    const second = await counter.begin(one, one.dues[0])
    expect(second.checkoutId).toBe(first.checkoutId)
    expect(counter.stripe.books.sessions.size).toBe(1)
    expect(await paymentsOf(test.db, one.contractId)).toHaveLength(1)
  })

  it('whose answer was lost is found by the reconciliation, even when it was paid', async () => {
    const one = await counter.till()
    for (let call = 0; call < 3; call += 1) counter.stripe.loseAnswerOf('POST', /checkout\/sessions$/)
    await expect(counter.begin(one, one.dues[0])).rejects.toMatchObject({ kind: 'precondition' })
    const [checkoutId = ''] = counter.stripe.books.sessions.keys()
    counter.stripe.books.pay(checkoutId)
    const { differences } = await reconcilePayments(one.as(null), counter.settings())
    expect(differences.map(({ kind }) => kind)).toEqual(['unrecorded_checkout', 'state'])
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
  })

  it('is confirmed once by many at the same time, and there is one per amount', async () => {
    const one = await counter.till()
    const racing = await Promise.allSettled(Array.from({ length: 4 }, () => counter.begin(one, one.dues[0])))
    expect(racing.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(counter.stripe.books.sessions.size).toBe(1)
    const [payment] = await paymentsOf(test.db, one.contractId)
    counter.stripe.books.pay(payment?.checkoutId ?? '')
    const readers = Array.from({ length: 5 }, () =>
      synchronizePayment(one.as(null), counter.gateway, payment?.id ?? ''),
    )
    const changed = await Promise.all(readers)
    expect(changed.filter(Boolean)).toHaveLength(1)
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
  })

  it('is offered to the payer’s finance alone, where there is a gateway and the owner has an account', async () => {
    const one = await makeTill(test.db, clock)
    const [due] = one.dues
    const dueId = due?.id ?? ''
    await expect(counter.begin(one, due)).rejects.toMatchObject({ code: 'payment.owner_takes_no_online' })
    const without = startCheckout(one.as(one.payer), { ...counter.settings(), gateway: null }, dueId)
    await expect(without).rejects.toMatchObject({ code: 'payment.online_not_offered' })
    const wrong = (actor = one.receiver) => startCheckout(one.as(actor), counter.settings(), dueId)
    await expect(wrong()).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(wrong(one.stranger)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('a deposit', () => {
  const lines = [
    { kind: 'upfront' as const, title: '价款', amountFen: 9_000_000, dueOn: '2026-03-20' },
    { kind: 'deposit' as const, title: '履约保证金', amountFen: 1_000_000, dueOn: '2026-03-10' },
  ]
  const authorised = async () => {
    const one = await counter.till({ lines })
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[1])
    counter.stripe.books.pay(checkoutId)
    await counter.deliver(one)
    expect(await stateOf(one)).toBe('authorised')
    return { one, paymentId }
  }

  it('is taken in part, and the rest let go', async () => {
    const { one, paymentId } = await authorised()
    expect(await summary(one)).toMatchObject({ dueFen: 9_000_000, receivedFen: 0 })
    await captureDeposit(one.as(one.receiver), counter.gateway, { paymentId, amountFen: 400_000 })
    expect(await summary(one)).toMatchObject({
      dueFen: 9_400_000,
      receivedFen: 400_000,
      outstandingFen: 9_000_000,
    })
    const again = captureDeposit(one.as(one.receiver), counter.gateway, { paymentId, amountFen: 400_000 })
    await expect(again).rejects.toMatchObject({ code: 'payment.wrong_state' })
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.capture')
  })

  it('is let go whole', async () => {
    const { one, paymentId } = await authorised()
    await expect(releaseDeposit(one.as(one.payer), counter.gateway, paymentId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(releaseDeposit(one.as(one.stranger), counter.gateway, paymentId)).rejects.toMatchObject({
      kind: 'not-found',
    })
    await releaseDeposit(one.as(one.receiver), counter.gateway, paymentId)
    expect(await stateOf(one)).toBe('cancelled')
    expect(await summary(one)).toMatchObject({ dueFen: 9_000_000, receivedFen: 0 })
  })

  it('that was decided on, and the call lost, is taken by the reconciliation', async () => {
    const { one, paymentId } = await authorised()
    const down = createStripeGateway({
      secretKey: 'sk_test_wrong',
      webhookSecret: DOUBLE_WEBHOOK_SECRET,
      apiBase: counter.stripe.url,
      wallets: ['card'],
    })
    await expect(
      captureDeposit(one.as(one.receiver), down, { paymentId, amountFen: 1_000_000 }),
    ).rejects.toMatchObject({ kind: 'precondition' })
    clock.set('2026-03-03T02:00:00Z')
    const { differences } = await reconcilePayments(one.as(null), counter.settings())
    expect(differences.map(({ kind }) => kind)).toContain('undone_decision')
    expect(await stateOf(one)).toBe('confirmed')
  })
})

describe('a refund', () => {
  const paid = async (fee = 0) => {
    const one = await counter.till()
    const { paymentId, checkoutId } = await counter.begin(one, one.dues[0], fee)
    counter.stripe.books.pay(checkoutId)
    await counter.deliver(one)
    const give = (amountFen: number) =>
      refundPayment(one.as(one.receiver), counter.gateway, {
        paymentId,
        amountFen,
        reason: '协议减价',
        proofFileId: null,
      })
    return { one, paymentId, give }
  }

  it('goes in part and whole, the fee in proportion', async () => {
    const { one, give } = await paid(100)
    await give(3_000_000)
    expect(await summary(one)).toMatchObject({
      refundedFen: 3_000_000,
      feeFen: 60_000,
      paidOutFen: 5_940_000,
    })
    await expect(give(6_000_001)).rejects.toMatchObject({ code: 'payment.invalid' })
    await give(6_000_000)
    expect(await summary(one)).toMatchObject({
      receivedFen: 9_000_000,
      refundedFen: 9_000_000,
      feeFen: 0,
      paidOutFen: 0,
    })
    await counter.deliver(one)
    expect(await summary(one)).toMatchObject({ refundedFen: 9_000_000 })
  })

  it('that fails after all is taken back', async () => {
    const { one, give } = await paid()
    await give(1_000_000)
    const [refundId = ''] = counter.stripe.books.refunds.keys()
    counter.stripe.books.settleRefund(refundId, 'failed')
    await counter.deliver(one)
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000, refundedFen: 0 })
  })

  it('made at Stripe itself is found', async () => {
    const { one, paymentId } = await paid()
    const [payment] = await paymentsOf(test.db, one.contractId)
    counter.stripe.books.refundAtStripe(payment?.intentId ?? '', 500_000)
    const { differences } = await reconcilePayments(one.as(null), counter.settings())
    expect(differences.some((found) => found.paymentId === paymentId && found.mended)).toBe(true)
    expect(await summary(one)).toMatchObject({ refundedFen: 500_000 })
  })
})
