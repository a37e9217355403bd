import { createStripeGateway, type PaymentGateway } from '@market/adapters/payments'
import {
  DOUBLE_SECRET_KEY,
  DOUBLE_WEBHOOK_SECRET,
  type StripeDouble,
  startStripeDouble,
} from '@market/adapters/payments/testing'
import { events, gatewayEvents } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf } from '../../testing/index.ts'
import {
  captureDeposit,
  type DueRow,
  getContractPayments,
  keepGatewayEvent,
  openPayoutAccount,
  processGatewayEvent,
  reconcilePayments,
  refreshPayoutAccount,
  refundPayment,
  releaseDeposit,
  startCheckout,
  synchronizePayment,
} from '../index.ts'
import { makeTill, type Till, type TillFixture } from '../testing/index.ts'
import { paymentsOf } from '../testing/rows.ts'

let test: TestDatabase
let clock: FixedClock
let stripe: StripeDouble
let gateway: PaymentGateway
const publicUrl = 'https://market.example'

beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  stripe = await startStripeDouble(() => clock.now())
  gateway = createStripeGateway({
    secretKey: DOUBLE_SECRET_KEY,
    webhookSecret: DOUBLE_WEBHOOK_SECRET,
    apiBase: stripe.url,
    wallets: ['card', 'alipay', 'wechat_pay'],
  })
  return () => stripe.close()
})
afterAll(() => test.drop())

const settings = (feeBasisPoints = 0) => ({ gateway, publicUrl, feeBasisPoints })

/** A till whose receiver has finished an account at the double. */
const onlineTill = async (fixture: TillFixture = {}): Promise<Till> => {
  const one = await makeTill(test.db, clock, fixture)
  await openPayoutAccount(one.as(one.receiver), settings())
  for (const id of stripe.books.accounts.keys()) stripe.books.finishAccount(id)
  await refreshPayoutAccount(one.as(one.receiver), gateway)
  return one
}

const begin = async ({ as, payer }: Till, due: DueRow | undefined, fee = 0) => {
  const { paymentId, url } = await startCheckout(as(payer), settings(fee), due?.id ?? '')
  return { paymentId, url, checkoutId: url.split('/').at(-1) ?? '' }
}

const summary = async ({ as, payer, contractId }: Till) =>
  (await getContractPayments(as(payer), { contractId, onlineOffered: true })).summary

const stateOf = async ({ contractId }: Till) => (await paymentsOf(test.db, contractId))[0]?.state

/** Delivers events of the double as Stripe would, and lets the worker look. */
const deliver = async (one: Till, ids: readonly string[]) => {
  for (const id of ids) {
    const { body, signature } = stripe.sign(id)
    const event = gateway.verifyEvent(Buffer.from(body), signature, clock.now())
    if (event) await keepGatewayEvent(one.as(null), event)
  }
  const waiting = await test.db.select().from(gatewayEvents).where(isNull(gatewayEvents.processedAt))
  for (const { id } of waiting) await processGatewayEvent(one.as(null), settings(), id)
}
const allEvents = () => stripe.events.map(({ id }) => id)

const confirmations = async (paymentId: string) => {
  const of = and(eq(events.type, 'payment.confirmed'), eq(events.subjectId, paymentId))
  return (await test.db.select().from(events).where(of)).length
}

describe('a checkout', () => {
  it('is paid, believed only when read at Stripe, and passed on less the fee', async () => {
    const one = await onlineTill()
    const { paymentId, checkoutId } = await begin(one, one.dues[0], 100)
    expect(await stateOf(one)).toBe('pending')
    stripe.books.pay(checkoutId)
    expect(await summary(one)).toMatchObject({ receivedFen: 0 })
    await deliver(one, allEvents())
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
    const transferred = stripe.books.balance.find(({ type }) => type === 'transfer')
    expect(transferred?.amount).toBe(-8_910_000)
  })

  it('is booked once under replay and in any order', async () => {
    const one = await onlineTill()
    const { paymentId, checkoutId } = await begin(one, one.dues[0])
    stripe.books.beginPaying(checkoutId)
    const early = allEvents()
    stripe.books.pay(checkoutId)
    const late = allEvents().filter((id) => !early.includes(id))
    await deliver(one, [...late.toReversed(), ...early, ...late, ...early])
    await deliver(one, allEvents())
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
    expect(await confirmations(paymentId)).toBe(1)
  })

  it('is not moved by what a forged, stale or replaced event claims', async () => {
    const one = await onlineTill()
    const { checkoutId } = await begin(one, one.dues[0])
    stripe.books.pay(checkoutId)
    const [id = ''] = allEvents().slice(-1)
    const verify = ({ body, signature }: { body: string; signature: string }) =>
      gateway.verifyEvent(Buffer.from(body), signature, clock.now())
    expect(verify(stripe.sign(id, { secret: 'whsec_of_somebody_else' }))).toBeNull()
    const old = new Date(clock.now().getTime() - 3_600_000)
    expect(verify(stripe.sign(id, { at: old }))).toBeNull()
    const signed = stripe.sign(id)
    expect(verify({ ...signed, body: signed.body.replace('9000000', '9000001') })).toBeNull()
    expect(verify(signed)).not.toBeNull()
  })

  it('survives the loss of every event', async () => {
    const one = await onlineTill()
    const { checkoutId, paymentId } = await begin(one, one.dues[0])
    stripe.books.pay(checkoutId)
    clock.advance(3_600_000)
    const { differences } = await reconcilePayments(one.as(null), settings())
    expect(differences.filter((found) => found.paymentId === paymentId)).toMatchObject([
      { kind: 'state', ours: 'pending', theirs: 'confirmed', mended: true },
    ])
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
    const again = await reconcilePayments(one.as(null), settings())
    expect(again.differences).toEqual([])
  })

  it('whose answer was lost comes back when asked for again, and is charged once', async () => {
    const one = await onlineTill()
    for (let call = 0; call < 3; call += 1) stripe.loseAnswerOf('POST', /checkout\/sessions$/)
    await expect(begin(one, one.dues[0])).rejects.toMatchObject({ code: 'payment.gateway_unavailable' })
    expect(await stateOf(one)).toBe('intended')
    const first = await begin(one, one.dues[0])
    const second = await begin(one, one.dues[0])
    expect(second.checkoutId).toBe(first.checkoutId)
    expect(stripe.books.sessions.size).toBe(1)
    expect(await paymentsOf(test.db, one.contractId)).toHaveLength(1)
  })

  it('whose answer was lost is found by the reconciliation, even when it was paid', async () => {
    const one = await onlineTill()
    for (let call = 0; call < 3; call += 1) stripe.loseAnswerOf('POST', /checkout\/sessions$/)
    await expect(begin(one, one.dues[0])).rejects.toMatchObject({ kind: 'precondition' })
    const [checkoutId = ''] = stripe.books.sessions.keys()
    stripe.books.pay(checkoutId)
    const { differences } = await reconcilePayments(one.as(null), settings())
    expect(differences.map(({ kind }) => kind)).toEqual(['unrecorded_checkout', 'state'])
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
  })

  it('is confirmed once by many at the same time, and there is one per amount', async () => {
    const one = await onlineTill()
    const racing = await Promise.allSettled(Array.from({ length: 4 }, () => begin(one, one.dues[0])))
    expect(racing.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(stripe.books.sessions.size).toBe(1)
    const [payment] = await paymentsOf(test.db, one.contractId)
    stripe.books.pay(payment?.checkoutId ?? '')
    const readers = Array.from({ length: 5 }, () =>
      synchronizePayment(one.as(null), gateway, payment?.id ?? ''),
    )
    const changed = await Promise.all(readers)
    expect(changed.filter(Boolean)).toHaveLength(1)
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
  })

  it('is offered to the payer’s finance alone, where there is a gateway and the owner has an account', async () => {
    const one = await makeTill(test.db, clock)
    const [due] = one.dues
    const dueId = due?.id ?? ''
    await expect(begin(one, due)).rejects.toMatchObject({ code: 'payment.owner_takes_no_online' })
    const without = startCheckout(one.as(one.payer), { ...settings(), gateway: null }, dueId)
    await expect(without).rejects.toMatchObject({ code: 'payment.online_not_offered' })
    const wrong = (actor = one.receiver) => startCheckout(one.as(actor), settings(), dueId)
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
    const one = await onlineTill({ lines })
    const { paymentId, checkoutId } = await begin(one, one.dues[1])
    stripe.books.pay(checkoutId)
    await deliver(one, allEvents())
    expect(await stateOf(one)).toBe('authorised')
    return { one, paymentId }
  }

  it('is taken in part, and the rest let go', async () => {
    const { one, paymentId } = await authorised()
    expect(await summary(one)).toMatchObject({ dueFen: 9_000_000, receivedFen: 0 })
    await captureDeposit(one.as(one.receiver), gateway, { paymentId, amountFen: 400_000 })
    expect(await summary(one)).toMatchObject({
      dueFen: 9_400_000,
      receivedFen: 400_000,
      outstandingFen: 9_000_000,
    })
    const again = captureDeposit(one.as(one.receiver), gateway, { paymentId, amountFen: 400_000 })
    await expect(again).rejects.toMatchObject({ code: 'payment.wrong_state' })
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.capture')
  })

  it('is let go whole', async () => {
    const { one, paymentId } = await authorised()
    await expect(releaseDeposit(one.as(one.payer), gateway, paymentId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(releaseDeposit(one.as(one.stranger), gateway, paymentId)).rejects.toMatchObject({
      kind: 'not-found',
    })
    await releaseDeposit(one.as(one.receiver), gateway, paymentId)
    expect(await stateOf(one)).toBe('cancelled')
    expect(await summary(one)).toMatchObject({ dueFen: 9_000_000, receivedFen: 0 })
  })

  it('that was decided on, and the call lost, is taken by the reconciliation', async () => {
    const { one, paymentId } = await authorised()
    const down = createStripeGateway({
      secretKey: 'sk_test_wrong',
      webhookSecret: DOUBLE_WEBHOOK_SECRET,
      apiBase: stripe.url,
      wallets: ['card'],
    })
    await expect(
      captureDeposit(one.as(one.receiver), down, { paymentId, amountFen: 1_000_000 }),
    ).rejects.toMatchObject({ kind: 'precondition' })
    clock.set('2026-03-03T02:00:00Z')
    const { differences } = await reconcilePayments(one.as(null), settings())
    expect(differences.map(({ kind }) => kind)).toContain('undone_decision')
    expect(await stateOf(one)).toBe('confirmed')
  })
})

describe('a refund', () => {
  const paid = async (fee = 0) => {
    const one = await onlineTill()
    const { paymentId, checkoutId } = await begin(one, one.dues[0], fee)
    stripe.books.pay(checkoutId)
    await deliver(one, allEvents())
    const give = (amountFen: number) =>
      refundPayment(one.as(one.receiver), gateway, {
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
    await deliver(one, allEvents())
    expect(await summary(one)).toMatchObject({ refundedFen: 9_000_000 })
  })

  it('that fails after all is taken back', async () => {
    const { one, give } = await paid()
    await give(1_000_000)
    const [refundId = ''] = stripe.books.refunds.keys()
    stripe.books.settleRefund(refundId, 'failed')
    await deliver(one, allEvents())
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000, refundedFen: 0 })
  })

  it('made at Stripe itself is found', async () => {
    const { one, paymentId } = await paid()
    const [payment] = await paymentsOf(test.db, one.contractId)
    stripe.books.refundAtStripe(payment?.intentId ?? '', 500_000)
    const { differences } = await reconcilePayments(one.as(null), settings())
    expect(differences.some((found) => found.paymentId === paymentId && found.mended)).toBe(true)
    expect(await summary(one)).toMatchObject({ refundedFen: 500_000 })
  })
})
