import { violatedConstraint } from '@market/database'
import { ledgerEntries, ledgerTransactions, payments } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayReadFile } from '../../files/may-read-file.ts'
import { systemIds } from '../../index.ts'
import { auditActionsOf, makeFile } from '../../testing/index.ts'
import {
  confirmRefund,
  confirmTransfer,
  getContractPayments,
  getReceipt,
  offsetCredit,
  recordInvoice,
  refundPayment,
  rejectTransfer,
  submitTransfer,
  withdrawTransfer,
} from '../index.ts'
import { makeTill, type Till } from '../testing/index.ts'
import { duesOf } from '../testing/rows.ts'

let test: TestDatabase
const clock = fixedClock('2026-03-02T02:00:00Z')
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

const till = (fixture = {}) => makeTill(test.db, clock, fixture)
const summary = async ({ as, payer, contractId }: Till) =>
  (await getContractPayments(as(payer), { contractId, onlineOffered: false })).summary

describe('a transfer', () => {
  it('counts once the receiver has found it, and leaves a trail', async () => {
    const one = await till()
    const [due] = one.dues
    const { id } = await one.submit(due, 9_000_000)
    expect(await summary(one)).toMatchObject({ dueFen: 9_000_000, receivedFen: 0, outstandingFen: 9_000_000 })
    await confirmTransfer(one.as(one.receiver), { paymentId: id, receivedFen: 9_000_000 })
    expect(await auditActionsOf(test.db, id)).toEqual(['payment.submit_transfer', 'payment.confirm'])
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000, outstandingFen: 0, overpaidFen: 0 })
    expect((await duesOf(test.db, one.contractId)).map(({ state }) => state)).toEqual(['settled'])
  })

  it('may be a part of the amount, or more than it, which then stands to the payer’s credit', async () => {
    const lines = [
      { kind: 'upfront' as const, title: '首付', amountFen: 4_000_000, dueOn: '2026-03-20' },
      { kind: 'milestone' as const, title: '验收', amountFen: 5_000_000, dueOn: null },
    ]
    const one = await till({ lines })
    const [first, second] = one.dues
    await one.pay(first, 1_000_000)
    expect(await summary(one)).toMatchObject({ receivedFen: 1_000_000, outstandingFen: 8_000_000 })
    await one.pay(first, 3_500_000)
    expect(await summary(one)).toMatchObject({ outstandingFen: 5_000_000, overpaidFen: 500_000 })
    await offsetCredit(one.as(one.receiver), second?.id ?? '')
    expect(await summary(one)).toMatchObject({ outstandingFen: 4_500_000, overpaidFen: 0 })
    const again = offsetCredit(one.as(one.receiver), second?.id ?? '')
    await expect(again).rejects.toMatchObject({ code: 'payment.no_credit' })
    expect(await auditActionsOf(test.db, second?.id ?? '')).toEqual(['payment.offset'])
  })

  it('needs two people of one mind above the limit', async () => {
    const one = await till({ amountFen: 30_000_000 })
    const { id: paymentId } = await one.submit(one.dues[0], 30_000_000)
    const confirm = (actor = one.receiver, receivedFen = 30_000_000) =>
      confirmTransfer(one.as(actor), { paymentId, receivedFen })
    expect(await confirm()).toMatchObject({ state: 'awaiting_second' })
    expect(await summary(one)).toMatchObject({ receivedFen: 0 })
    await expect(confirm()).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(confirm(one.secondReceiver, 29_000_000)).rejects.toMatchObject({
      code: 'payment.amounts_differ',
    })
    expect(await confirm(one.secondReceiver)).toMatchObject({ state: 'confirmed' })
    expect(await auditActionsOf(test.db, paymentId)).toEqual([
      'payment.submit_transfer',
      'payment.confirm_first',
      'payment.confirm',
    ])
  })

  it('is booked once, however many confirm it at the same time', async () => {
    const one = await till()
    const { id: paymentId } = await one.submit(one.dues[0], 9_000_000)
    const racers = Array.from({ length: 6 }, (_, index) =>
      confirmTransfer(one.as(index % 2 ? one.receiver : one.secondReceiver), {
        paymentId,
        receivedFen: 9_000_000,
      }),
    )
    const ended = await Promise.allSettled(racers)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(new Set(lost)).toEqual(new Set(['payment.wrong_state']))
    expect(await summary(one)).toMatchObject({ receivedFen: 9_000_000 })
  })

  it('is rejected with a reason, or taken back, and both are the end of it', async () => {
    const one = await till()
    const rejected = await one.submit(one.dues[0], 100)
    const reject = (reason: string) =>
      rejectTransfer(one.as(one.receiver), { paymentId: rejected.id, reason })
    await expect(reject(' ')).rejects.toMatchObject({ code: 'payment.reason_required' })
    expect(await reject('未到账')).toMatchObject({ state: 'rejected', rejectedReason: '未到账' })
    await expect(reject('未到账')).rejects.toMatchObject({ code: 'payment.wrong_state' })
    const withdrawn = await one.submit(one.dues[0], 100)
    await withdrawTransfer(one.as(one.payer), withdrawn.id)
    await expect(withdrawTransfer(one.as(one.payer), withdrawn.id)).rejects.toMatchObject({
      kind: 'conflict',
    })
    const confirm = confirmTransfer(one.as(one.receiver), { paymentId: withdrawn.id, receivedFen: 100 })
    await expect(confirm).rejects.toMatchObject({ code: 'payment.wrong_state' })
    expect(await auditActionsOf(test.db, withdrawn.id)).toContain('payment.withdraw')
    expect(await auditActionsOf(test.db, rejected.id)).toContain('payment.reject')
  })

  it('says field by field what is wrong with it', async () => {
    const one = await till()
    const [due] = one.dues
    const input = { dueId: due?.id ?? '', amountFen: 0, paidOn: '2026-03-03', note: '' }
    const proofFileId = await makeFile(test.db, one.receiver)
    await expect(submitTransfer(one.as(one.payer), { ...input, proofFileId })).rejects.toMatchObject({
      code: 'payment.invalid',
      details: { problems: [{ path: 'proofFileId' }, { path: 'amountFen' }, { path: 'paidOn' }] },
    })
  })

  it('is not shown for an amount that is settled', async () => {
    const one = await till()
    await one.pay(one.dues[0], 9_000_000)
    await expect(one.submit(one.dues[0], 100)).rejects.toMatchObject({ code: 'payment.not_open' })
    const offset = offsetCredit(one.as(one.receiver), one.dues[0]?.id ?? '')
    await expect(offset).rejects.toMatchObject({ code: 'payment_due.wrong_state' })
  })

  it('is nobody else’s business', async () => {
    const one = await till()
    const { id: paymentId, proofFileId } = await one.submit(one.dues[0], 100)
    const input = { paymentId, receivedFen: 100 }
    const reason = '未到账'
    const dueId = one.dues[0]?.id ?? ''
    const slip = { dueId, amountFen: 1, paidOn: '2026-03-01', note: '', proofFileId: systemIds.next() }
    const calls = [
      (actor = one.viewer) => submitTransfer(one.as(actor), slip),
      (actor = one.viewer) => offsetCredit(one.as(actor), dueId),
      (actor = one.viewer) => confirmTransfer(one.as(actor), input),
      (actor = one.viewer) => rejectTransfer(one.as(actor), { paymentId, reason }),
      (actor = one.viewer) => withdrawTransfer(one.as(actor), paymentId),
      (actor = one.viewer) =>
        refundPayment(one.as(actor), null, { paymentId, amountFen: 1, reason, proofFileId: null }),
      (actor = one.viewer) =>
        confirmRefund(one.as(actor), { paymentId, refundId: systemIds.next(), arrived: true }),
    ]
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(call(one.stranger)).rejects.toMatchObject({ kind: 'not-found', code: 'payment.not_found' })
    }
    const file = await test.db.query.files.findFirst({ where: (row) => eq(row.id, proofFileId ?? '') })
    if (!file) throw new Error('no file')
    expect(await mayReadFile(one.as(one.receiver), file)).toBe(true)
    expect(await mayReadFile(one.as(one.stranger), file)).toBe(false)
  })
})

describe('a refund by bank', () => {
  it('counts once the payer has found it, and never exceeds what was received', async () => {
    const one = await till()
    const { id: paymentId } = await one.pay(one.dues[0], 9_000_000)
    const proofFileId = await makeFile(test.db, one.receiver)
    const refund = (amountFen: number) =>
      refundPayment(one.as(one.receiver), null, { paymentId, amountFen, reason: '服务减少', proofFileId })
    await refund(2_000_000)
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.refund')
    await expect(refund(7_000_001)).rejects.toMatchObject({ code: 'payment.invalid' })
    expect(await summary(one)).toMatchObject({ refundedFen: 0 })
    const { payments: views } = await getContractPayments(one.as(one.payer), {
      contractId: one.contractId,
      onlineOffered: false,
    })
    const refundId = views[0]?.refunds[0]?.id ?? ''
    expect(views[0]?.actions).toEqual(['payment.confirm_refund'])
    await confirmRefund(one.as(one.payer), { paymentId, refundId, arrived: true })
    const twice = confirmRefund(one.as(one.payer), { paymentId, refundId, arrived: true })
    await expect(twice).rejects.toMatchObject({ code: 'refund.wrong_state' })
    expect(await summary(one)).toMatchObject({
      receivedFen: 9_000_000,
      refundedFen: 2_000_000,
      outstandingFen: 0,
    })
    expect(await auditActionsOf(test.db, paymentId)).toContain('payment.confirm_refund')
  })
})

describe('a receipt', () => {
  it('names the contract and everybody who found the money', async () => {
    const one = await till({ amountFen: 30_000_000 })
    const { id: paymentId } = await one.pay(one.dues[0], 30_000_000)
    const receipt = await getReceipt(one.as(one.payer), paymentId)
    expect(receipt).toMatchObject({ contractId: one.contractId, registrationNumber: null })
    expect(receipt.confirmedBy).toHaveLength(2)
  })

  it('says what has come and what went back of it, to both sides', async () => {
    const one = await till()
    const { id: paymentId } = await one.pay(one.dues[0], 9_000_000)
    const proofFileId = await makeFile(test.db, one.receiver)
    const back = { paymentId, amountFen: 2_000_000, reason: '服务减少', proofFileId }
    await refundPayment(one.as(one.receiver), null, back)
    expect(await getReceipt(one.as(one.payer), paymentId)).toMatchObject({ refundedFen: 0 })
    const refund = await test.db.query.paymentRefunds.findFirst({
      where: (row) => eq(row.paymentId, paymentId),
    })
    await confirmRefund(one.as(one.payer), { paymentId, refundId: refund?.id ?? '', arrived: true })
    const shown = { channel: 'bank', receivedFen: 9_000_000, refundedFen: 2_000_000, paidOn: '2026-03-01' }
    expect(await getReceipt(one.as(one.payer), paymentId)).toMatchObject(shown)
    expect(await getReceipt(one.as(one.viewer), paymentId)).toMatchObject(shown)
  })

  it('is there once the money was found, for nobody outside', async () => {
    const one = await till()
    const { id } = await one.submit(one.dues[0], 9_000_000)
    const early = getReceipt(one.as(one.payer), id)
    await expect(early).rejects.toMatchObject({ kind: 'conflict', code: 'payment.not_confirmed' })
    const outside = getReceipt(one.as(one.stranger), id)
    await expect(outside).rejects.toMatchObject({ kind: 'not-found', code: 'payment.not_found' })
    await expect(getReceipt(one.as(null), id)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })
})

describe('an invoice', () => {
  it('is named once per number', async () => {
    const one = await till()
    const input = {
      contractId: one.contractId,
      number: '24452000',
      issuedOn: '2026-03-01',
      amountFen: 100,
      fileId: null,
    }
    await recordInvoice(one.as(one.receiver), input)
    await expect(recordInvoice(one.as(one.receiver), input)).rejects.toMatchObject({
      code: 'payment.invoice_known',
    })
    await expect(recordInvoice(one.as(one.payer), input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(recordInvoice(one.as(one.stranger), input)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await auditActionsOf(test.db, one.contractId)).toContain('payment.record_invoice')
  })
})

describe('the database', () => {
  it('holds the ledger balanced, whole and append-only', async () => {
    const one = await till()
    const payment = await one.pay(one.dues[0], 100)
    const { contractId } = one
    const id = systemIds.next()
    const now = clock.now()
    const transaction = { id, contractId, kind: 'waiver', occurredOn: '2026-03-02', recordedAt: now } as const
    const entry = (position: number, amountFen: number) =>
      ({ transactionId: id, position, account: 'due', amountFen }) as const
    const write = (entryCount: number, amounts: number[]) =>
      test.db.transaction(async (tx) => {
        await tx.insert(ledgerTransactions).values({ ...transaction, entryCount })
        await tx.insert(ledgerEntries).values(amounts.map((amount, position) => entry(position, amount)))
      })
    const brokenBy = (work: Promise<unknown>) => work.then(() => null, violatedConstraint)
    expect(await brokenBy(write(2, [1, -2]))).toBe('ledger_balanced')
    expect(await brokenBy(write(3, [1, -1]))).toBe('ledger_balanced')
    await write(2, [1, -1])
    expect(await brokenBy(test.db.insert(ledgerEntries).values([entry(2, 5), entry(3, -5)]))).toBe(
      'ledger_balanced',
    )
    await expect(test.db.update(ledgerEntries).set({ amountFen: 1 })).rejects.toThrow()
    await expect(test.db.delete(ledgerTransactions)).rejects.toThrow()
    await expect(
      test.db.update(payments).set({ amountFen: 1 }).where(eq(payments.id, payment.id)),
    ).rejects.toThrow()
    const overdrawn = test.db.transaction(async (tx) => {
      const other = systemIds.next()
      await tx.insert(ledgerTransactions).values({ ...transaction, id: other, entryCount: 2 })
      const due = { account: 'receivable', dueId: one.dues[0]?.id ?? '', amountFen: -9_000_000 } as const
      await tx.insert(ledgerEntries).values([
        { transactionId: other, position: 0, ...due },
        { transactionId: other, position: 1, account: 'due', amountFen: 9_000_000 },
      ])
    })
    expect(await brokenBy(overdrawn)).toBe('ledger_receivable_bound')
  })
})
