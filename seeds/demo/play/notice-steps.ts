import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import type { ServiceContext } from '@market/services'
import {
  answerObjection,
  getContractNotice,
  postNotice,
  raiseObjection,
  recordDecision,
} from '@market/services/contracts'
import type { DemoDeal } from '../deals/index.ts'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { instantOn } from './calendar.ts'
import type { Stage, Step } from './stage.ts'

/** Every seventh deal meets an objection, which is answered. */
const OBJECTED_EVERY = 7
let posted = 0

const objectAndAnswer = async (
  anybody: ServiceContext,
  seller: ServiceContext,
  noticeId: string,
): Promise<void> => {
  const { id: objectionId } = await raiseObjection(anybody, {
    noticeId,
    name: '示例研究所成果办（虚构）',
    contact: 'objection@example.com',
    body: '请说明该成果与我所合作课题的权属关系。',
  })
  await answerObjection(seller, {
    noticeId,
    objectionId,
    decision: 'rejected',
    answer: '经核查，合作课题任务书约定成果归我单位所有，权属清楚，异议不成立。',
  })
}

/** A drawn-together calendar leaves no time for a notice before the signing: it is then posted as early as it has to be. */
const clockFor = (stage: Stage, by: CalendarDate | null) => {
  const latest = by === null ? Number.POSITIVE_INFINITY : instantOn(by, 14 * 60).getTime()
  const at = Math.min(latest, stage.now().getTime())
  return { now: () => new Date(at) }
}

/** Where the seller owes it, the price is posted as soon as it is agreed, with the decision behind it. */
export const postDealNotice = async (
  stage: Stage,
  deal: DemoDeal,
  by: CalendarDate | null,
): Promise<void> => {
  const listing = DEMO_LISTINGS.find(({ key }) => key === deal.listing)
  if (!listing) throw new Error(`There is no listing ${deal.listing}.`)
  const clock = clockFor(stage, by)
  const seller = { ...stage.member(listing.owner, 'negotiator'), clock }
  const contractId = stage.idOf(`contract ${deal.key}`)
  const { owed } = await getContractNotice(seller, contractId)
  if (!owed) return
  const { id } = await postNotice(seller, {
    contractId,
    summary: listing.zh.summary,
    priceNote: '',
    relatedParty: false,
    relation: '',
  })
  stage.remember(`notice ${deal.key}`, id)
  await recordDecision(seller, {
    id,
    decidedOn: shanghaiDateOf(clock.now()),
    body: '校（院）长办公会（示例）',
    priceReason: '参考评估报告、同类技术许可价格和研发投入，经集体讨论确定（示例）。',
    minutesFileId: null,
  })
  posted += 1
  if (posted % OBJECTED_EVERY === 0) await objectAndAnswer({ ...stage.as(null), clock }, seller, id)
}

/** The deal whose notice runs, with a doubt nobody has answered yet. */
const RUNNING_DEAL = 'desk-15'

export const objectionSteps = (stage: Stage): Step[] => [
  {
    on: '2026-11-20',
    minute: 320,
    run: () =>
      raiseObjection(stage.as(null), {
        noticeId: stage.idOf(`notice ${RUNNING_DEAL}`),
        name: '南宁某农机企业（虚构）',
        contact: 'doubt@example.com',
        body: '该价格明显低于去年同类许可，请公开定价依据。',
      }),
  },
]
