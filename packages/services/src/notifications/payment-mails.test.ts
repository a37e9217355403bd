import { paymentRefunds, users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSeals, type MemberActor } from '../index.ts'
import {
  callDue,
  confirmRefund,
  confirmTransfer,
  refundPayment,
  rejectTransfer,
  remindPayers,
  reportRoyalty,
  waiveDue,
} from '../payments/index.ts'
import { makeTill, type TillFixture } from '../payments/testing/index.ts'
import { makeFile, newestEvent, TEST_SECRET } from '../testing/index.ts'
import { writeMails } from './index.ts'

const PUBLIC_URL = 'https://market.example'
const seals = createSeals(TEST_SECRET)
const clock = fixedClock('2026-03-02T02:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => clock.set('2026-03-02T02:00:00Z'))
afterAll(() => database.drop())

const till = (fixture: TillFixture = {}) => makeTill(database.db, clock, fixture)

/** The mails of the latest event of a type. */
const mailsOf = async (type: string, subjectId: string) => {
  const found = await newestEvent(database.db, type, subjectId)
  return writeMails({ db: database.db, clock, seals, publicUrl: PUBLIC_URL }, found)
}

const emailsOf = async (...actors: MemberActor[]) => {
  const emails: string[] = []
  for (const { userId } of actors) {
    const [user] = await database.db.select().from(users).where(eq(users.id, userId))
    emails.push(user?.email ?? '')
  }
  return emails.sort()
}
const readsEnglish = ({ userId }: MemberActor) =>
  database.db.update(users).set({ locale: 'en' }).where(eq(users.id, userId))

describe('mails about amounts', () => {
  it('tell the payer’s finance what is to be paid, when, and what a transfer has to name', async () => {
    const one = await till()
    await readsEnglish(one.payer)
    const [mail, ...others] = await mailsOf('payment.schedule_opened', one.contractId)
    expect(others).toEqual([])
    expect([mail?.to]).toEqual(await emailsOf(one.payer))
    expect(mail?.text).toContain(one.dues[0]?.reference ?? 'no reference')
    expect(mail?.text).toContain('CNY 90,000.00')
    expect(mail?.text).toContain(`${PUBLIC_URL}/workspace/contracts/${one.contractId}/payments`)
  })

  it('remind of what is open, and fall silent once it is not', async () => {
    const lines = [{ kind: 'upfront' as const, title: '首付', amountFen: 9_000_000, dueOn: '2026-03-09' }]
    const one = await till({ lines })
    const dueId = one.dues[0]?.id ?? ''
    await remindPayers(one.as(null))
    const [soon] = await mailsOf('payment.due_reminder', dueId)
    expect(soon?.subject).toMatch(/^付款即将到期：/)
    expect(soon?.text).toContain('还有 7 天到期')
    clock.set('2026-03-10T02:00:00Z')
    await remindPayers(one.as(null))
    const [late] = await mailsOf('payment.due_reminder', dueId)
    expect(late?.subject).toMatch(/^付款已逾期：/)
    expect(late?.text).toContain('已逾期 1 天')
    await waiveDue(one.as(one.receiver), { dueId, reason: '改为赠送' })
    expect(await mailsOf('payment.due_reminder', dueId)).toEqual([])
  })

  it('tell the payer what was called for, and the receiver what was reported', async () => {
    const lines = [{ kind: 'milestone' as const, title: '中试验收', amountFen: 9_000_000, dueOn: null }]
    const one = await till({ lines })
    const dueId = one.dues[0]?.id ?? ''
    await callDue(one.as(one.receiver), { dueId, dueOn: '2026-03-31' })
    const [called] = await mailsOf('payment.call', dueId)
    expect([called?.to]).toEqual(await emailsOf(one.payer))
    expect(called?.text).toContain('中试验收：90,000.00 元，应于 2026-03-31 前支付')

    const selling = await till({ terms: { royaltyRatePercent: 3 } })
    clock.set('2026-07-02T02:00:00Z')
    const report = { periodFrom: '2026-04-01', periodTo: '2026-06-30', salesFen: 100_000_000 }
    const royalty = await reportRoyalty(selling.as(selling.payer), {
      contractId: selling.contractId,
      ...report,
    })
    const told = await mailsOf('payment.royalty_reported', royalty.id)
    expect(told.map(({ to }) => to).sort()).toEqual(
      await emailsOf(selling.receiver, selling.secondReceiver, selling.owner),
    )
    expect(told[0]?.text).toContain('应付提成 30,000.00 元')
  })
})

describe('mails about payments', () => {
  it('ask the receiver to look, and the second person without the first', async () => {
    const one = await till({ amountFen: 30_000_000 })
    const { id } = await one.submit(one.dues[0], 30_000_000)
    const asked = await mailsOf('payment.submitted', id)
    expect(asked.map(({ to }) => to).sort()).toEqual(
      await emailsOf(one.receiver, one.secondReceiver, one.owner),
    )
    await confirmTransfer(one.as(one.receiver), { paymentId: id, receivedFen: 30_000_000 })
    expect(await mailsOf('payment.submitted', id)).toEqual([])
    const second = await mailsOf('payment.awaits_second', id)
    expect(second.map(({ to }) => to).sort()).toEqual(await emailsOf(one.secondReceiver, one.owner))
    await confirmTransfer(one.as(one.secondReceiver), { paymentId: id, receivedFen: 30_000_000 })
    expect(await mailsOf('payment.awaits_second', id)).toEqual([])
    const confirmed = await mailsOf('payment.confirmed', id)
    expect(confirmed.map(({ to }) => to)).toEqual(await emailsOf(one.payer))
    expect(confirmed[0]?.text).toContain('300,000.00 元（2026-03-01）')
  })

  it('bring the payer the reason of a rejection', async () => {
    const one = await till()
    const { id } = await one.submit(one.dues[0], 100)
    await rejectTransfer(one.as(one.receiver), { paymentId: id, reason: '银行回单金额不符' })
    const [mail] = await mailsOf('payment.rejected', id)
    expect([mail?.to]).toEqual(await emailsOf(one.payer))
    expect(mail?.text).toContain('原因：银行回单金额不符')
  })

  it('ask the payer whether a refund came, and tell the receiver that it did', async () => {
    const one = await till()
    const { id: paymentId } = await one.pay(one.dues[0], 9_000_000)
    const refund = {
      paymentId,
      amountFen: 1_000_000,
      reason: '减少培训',
      proofFileId: await makeFile(database.db, one.receiver),
    }
    await refundPayment(one.as(one.receiver), null, refund)
    const [sent] = await mailsOf('payment.refund_sent', paymentId)
    expect([sent?.to]).toEqual(await emailsOf(one.payer))
    expect(sent?.text).toContain('原因：减少培训')
    const [refunded] = await database.db
      .select()
      .from(paymentRefunds)
      .where(eq(paymentRefunds.paymentId, paymentId))
    const refundId = refunded?.id ?? ''
    await confirmRefund(one.as(one.payer), { paymentId, refundId, arrived: true })
    expect(await mailsOf('payment.refund_sent', paymentId)).toEqual([])
    const told = await mailsOf('payment.refunded', paymentId)
    expect(told.map(({ to }) => to).sort()).toEqual(
      await emailsOf(one.receiver, one.secondReceiver, one.owner),
    )
  })
})
