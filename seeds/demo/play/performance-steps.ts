import { addDays, shanghaiDateOf } from '@market/domain'
import { getPerformance, markObligation, watchContracts } from '@market/services/contracts'
import { DEMO_DEALS, type DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { onWorkday } from './calendar.ts'
import type { Stage, Step } from './stage.ts'

const SINCE = '2026-01-01'
/** Every third licence has yet to be filed. */
const FILED = [true, true, false] as const

const ownerOf = ({ listing }: DemoDeal): string =>
  DEMO_LISTINGS.find(({ key }) => key === listing)?.owner ?? listing

/** The licence is filed with the office; the notice of it is kept with the contract. */
const file = async (stage: Stage, deal: DemoDeal): Promise<void> => {
  const id = stage.idOf(`contract ${deal.key}`)
  const seller = stage.member(ownerOf(deal), 'negotiator')
  const { obligations } = await getPerformance(seller, id)
  const filing = obligations.find(({ kind, markable }) => kind === 'licence_filing' && markable)
  if (!filing) return
  const paper = await stage.upload(
    seller,
    '许可备案通知书.pdf',
    'performance_evidence',
    `Sample filing ${deal.key}`,
  )
  const { key } = filing
  const doneOn = shanghaiDateOf(stage.now())
  await markObligation(seller, { id, key, doneOn, note: `备案证明（示例 ${deal.key}）`, fileId: paper.id })
}

/** Sellers do what they owe beside money, most of them in time. */
export const performanceSteps = (stage: Stage): Step[] =>
  DEMO_DEALS.filter((deal) => deal.stage === 'registered' && deal.lastOn >= SINCE)
    .filter((_, index) => FILED[index % FILED.length])
    .map((deal) => ({
      on: onWorkday(addDays(deal.lastOn, 30)),
      minute: 260,
      run: () => file(stage, deal),
    }))
    .filter(({ on }) => on <= '2026-11-20')

/** What the calendar has moved on since: contracts in force, and over. */
export const moveContractsOn = async (stage: Stage): Promise<void> => {
  await watchContracts(stage.as(null))
}
