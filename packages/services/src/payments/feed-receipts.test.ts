import { paymentRefunds, receipts, registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelRegistration } from '../registration/index.ts'
import { makeOffice } from '../registration/testing/index.ts'
import { auditActionsOf, makeFile } from '../testing/index.ts'
import {
  confirmRefund,
  confirmTransfer,
  feedReceipts,
  feedRegistration,
  openSchedule,
  refundPayment,
  submitTransfer,
} from './index.ts'
import { duesOf } from './testing/rows.ts'

let test: TestDatabase
const clock = fixedClock('2026-03-02T02:00:00Z')
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())

/** A registered contract of which something has been paid by bank. */
const paidAndRegistered = async () => {
  const office = await makeOffice(test.db, clock)
  const { as, seller, buyer } = office
  const amounts = { contractAmountFen: 9_000_000, technologyAmountFen: 7_200_000 }
  const registrationId = await office.registered(amounts)
  const [registration] = await test.db
    .select()
    .from(registrations)
    .where(eq(registrations.id, registrationId))
  const contractId = registration?.contractId ?? ''
  await openSchedule(as(null), contractId)
  const [due] = await duesOf(test.db, contractId)
  const { id: paymentId } = await submitTransfer(as(buyer), {
    dueId: due?.id ?? '',
    amountFen: 1_000_000,
    paidOn: '2026-03-01',
    note: '',
    proofFileId: await makeFile(test.db, buyer),
  })
  await confirmTransfer(as(seller), { paymentId, receivedFen: 1_000_000 })
  return { office, registrationId, contractId, paymentId }
}

const receiptsOf = (registrationId: string) =>
  test.db
    .select()
    .from(receipts)
    .where(eq(receipts.registrationId, registrationId))
    .orderBy(asc(receipts.recordedAt), asc(receipts.id))

it('confirmed money becomes a receipt of the registration once, its technical part in proportion', async () => {
  const { office, registrationId, contractId, paymentId } = await paidAndRegistered()
  expect(await feedReceipts(office.as(null), contractId)).toBe(1)
  expect(await feedReceipts(office.as(null), contractId)).toBe(0)
  expect(await feedRegistration(office.as(null), registrationId)).toBe(0)
  const [receipt, ...others] = await receiptsOf(registrationId)
  expect(others).toEqual([])
  expect(receipt).toMatchObject({ paymentId, amountFen: 1_000_000, declaredTechnologyFen: 800_000 })
  expect(await auditActionsOf(test.db, receipt?.id ?? '')).toEqual(['receipt.take_over'])
})

it('a refund corrects the receipt, which keeps its predecessor', async () => {
  const { office, registrationId, contractId, paymentId } = await paidAndRegistered()
  const { as, seller, buyer } = office
  await feedReceipts(as(null), contractId)
  await refundPayment(as(seller), null, {
    paymentId,
    amountFen: 400_000,
    reason: '减少培训',
    proofFileId: await makeFile(test.db, seller),
  })
  expect(await feedReceipts(as(null), contractId)).toBe(0)
  const [refund] = await test.db.select().from(paymentRefunds).where(eq(paymentRefunds.paymentId, paymentId))
  await confirmRefund(as(buyer), { paymentId, refundId: refund?.id ?? '', arrived: true })
  expect(await feedReceipts(as(null), contractId)).toBe(1)
  const [first, second] = await receiptsOf(registrationId)
  expect(second).toMatchObject({
    correctsId: first?.id,
    amountFen: 600_000,
    declaredTechnologyFen: 480_000,
  })
})

it('money of a contract that is not registered waits until it is', async () => {
  const office = await makeOffice(test.db, clock)
  expect(await feedReceipts(office.as(null), await office.contract())).toBe(0)
  const drafted = await office.drafted()
  expect(await feedRegistration(office.as(null), drafted)).toBe(0)
  expect(await receiptsOf(drafted)).toEqual([])
})

it('money of one contract is no other’s, and a registration that ended takes none', async () => {
  const { office, registrationId, contractId } = await paidAndRegistered()
  const other = await office.registered({ title: '另一份许可合同' })
  expect(await feedRegistration(office.as(null), other)).toBe(0)
  expect(await receiptsOf(other)).toEqual([])
  await cancelRegistration(office.as(office.registrar), { registrationId, reason: '合同解除' })
  expect(await feedReceipts(office.as(null), contractId)).toBe(0)
  expect(await receiptsOf(registrationId)).toEqual([])
})

it('many that feed at the same time enter one receipt', async () => {
  const { office, registrationId, contractId } = await paidAndRegistered()
  const fed = await Promise.all(Array.from({ length: 4 }, () => feedReceipts(office.as(null), contractId)))
  expect(fed.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await receiptsOf(registrationId)).toHaveLength(1)
})
