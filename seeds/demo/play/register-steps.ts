import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import { publishPeriod } from '@market/services/indicators'
import { createBatchList, recordReceipt, verifyReceipt } from '@market/services/registration'
import { DEMO_DEALS, type DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { DEMO_AUTHORITY } from '../organizations.ts'
import { fenOf } from './listing-steps.ts'
import { registrar } from './registration-acts.ts'
import type { Stage, Step } from './stage.ts'

/** Whose buyers pay on the day of registration, half of the contract at once. */
const PAID_SELLER = 'qinglan'
const PAID_FROM = '2026-01-01'

const ownerOf = ({ listing }: DemoDeal) => DEMO_LISTINGS.find(({ key }) => key === listing)?.owner

const isPaid = (deal: DemoDeal): boolean =>
  deal.stage === 'registered' && deal.lastOn >= PAID_FROM && ownerOf(deal) === PAID_SELLER

/** The seller notes what came in, and the registrar finds how much of it is technical income. */
const receive = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const registrationId = stage.idOf(`registration ${deal.key}`)
  const amountFen = fenOf(deal.contractWan) / 2
  const technologyFen = fenOf(deal.technologyWan) / 2
  const { id: receiptId } = await recordReceipt(stage.member(PAID_SELLER, 'finance'), {
    registrationId,
    receivedOn: shanghaiDateOf(stage.now()),
    amountFen,
    declaredTechnologyFen: technologyFen,
    note: '首期款',
    fileId: null,
  })
  const finding = { receiptId, verifiedTechnologyFen: technologyFen, reason: '' }
  await verifyReceipt(registrar(stage, deal), finding)
}

interface Closing {
  /** The year that is over, and the agency that lists what it registered in it. */
  year: string
  agency: DemoDeal['agency']
  on: CalendarDate
}

const CLOSINGS: readonly Closing[] = [
  { year: '2019', agency: 'wuxiang', on: '2020-01-15' },
  { year: '2020', agency: 'wuxiang', on: '2021-01-15' },
]

/** What follows registration: receipts, lists on paper, and years whose figures are closed. */
export const registerSteps = (stage: Stage): Step[] => [
  ...DEMO_DEALS.filter(isPaid).map((deal) => ({
    on: deal.lastOn,
    minute: 430,
    run: () => receive(stage, deal),
  })),
  ...CLOSINGS.flatMap(({ year, agency, on }) => [
    {
      on,
      minute: 60,
      run: () =>
        createBatchList(stage.member(agency, 'registrar'), {
          fromOn: `${year}-01-01`,
          toOn: `${year}-12-31`,
        }),
    },
    { on, minute: 90, run: () => publishPeriod(stage.member(DEMO_AUTHORITY.key, 'reviewer'), year) },
  ]),
]
