import { paymentDues } from '@market/database/schema'
import { addDays, type CalendarDate, shanghaiDateOf } from '@market/domain'
import {
  confirmTransfer,
  type DueRow,
  editBankAccount,
  feedReceipts,
  openSchedule,
  submitTransfer,
} from '@market/services/payments'
import { asc, eq } from 'drizzle-orm'
import { DEMO_DEALS, type DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { DEMO_ORGANIZATIONS } from '../organizations.ts'
import { onWorkday } from './calendar.ts'
import type { Stage, Step } from './stage.ts'

/** The seller whose money is played: it has two finance people, as large sums need. */
const SELLER = 'qinglan'
const SINCE: CalendarDate = '2026-01-01'

/** How far the first payment of a deal has come; the deals take turns. */
const COURSES = ['confirmed', 'confirmed', 'awaiting_second', 'submitted'] as const
type Course = (typeof COURSES)[number]

const ownerOf = ({ listing }: DemoDeal) => DEMO_LISTINGS.find(({ key }) => key === listing)?.owner

const paidDeals = (): DemoDeal[] =>
  DEMO_DEALS.filter((deal) => deal.stage === 'registered' && deal.lastOn >= SINCE && ownerOf(deal) === SELLER)

const nameAccount = (stage: Stage) =>
  editBankAccount(stage.member(SELLER, 'finance'), {
    holder: DEMO_ORGANIZATIONS.find(({ key }) => key === SELLER)?.nameZh ?? SELLER,
    bank: '示例银行南宁分行',
    accountNumber: '6200000000000000001',
  })

const firstDue = async (stage: Stage, contractId: string): Promise<DueRow> => {
  const [due] = await stage.db
    .select()
    .from(paymentDues)
    .where(eq(paymentDues.contractId, contractId))
    .orderBy(asc(paymentDues.position))
    .limit(1)
  if (!due) throw new Error(`Nothing is to be paid under ${contractId}.`)
  return due
}

const pay = async (stage: Stage, deal: DemoDeal, course: Course): Promise<void> => {
  const contractId = stage.idOf(`contract ${deal.key}`)
  await openSchedule(stage.as(null), contractId)
  const { id: dueId, amountFen } = await firstDue(stage, contractId)
  const payer = stage.member(deal.buyer, 'finance')
  const slip = await stage.upload(payer, '银行回单.pdf', 'payment_proof', `Sample slip ${deal.key}`)
  const { id: paymentId } = await submitTransfer(payer, {
    dueId,
    amountFen,
    paidOn: shanghaiDateOf(stage.now()),
    note: '首付款',
    proofFileId: slip.id,
  })
  if (course === 'submitted') return
  const input = { paymentId, receivedFen: amountFen }
  const { state } = await confirmTransfer(stage.member(SELLER, 'owner'), input)
  if (state === 'awaiting_second' && course === 'confirmed') {
    await confirmTransfer(stage.member(SELLER, 'finance'), input)
  }
  await feedReceipts(stage.as(null), contractId)
}

/** This year's buyers of one university pay what is due at signing; its finance people find the money, or have yet to look. */
export const moneySteps = (stage: Stage): Step[] => {
  const deals = paidDeals()
  return [
    { on: SINCE, minute: 0, run: () => nameAccount(stage) },
    ...deals.map((deal, index): Step => {
      const course = COURSES[index % COURSES.length] ?? 'submitted'
      return { on: onWorkday(addDays(deal.lastOn, 3)), minute: 430, run: () => pay(stage, deal, course) }
    }),
  ]
}
