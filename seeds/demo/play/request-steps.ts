import { addDays } from '@market/domain'
import type { TransferMode } from '@market/domain/codes'
import { exclusivityOf } from '@market/domain/licensing'
import {
  acceptRequest,
  createRequest,
  declineRequest,
  makeOffer,
  withdrawRequest,
} from '@market/services/licensing'
import { DEMO_LISTINGS } from '../listings/index.ts'
import { DEMO_REQUESTS, type DemoRequest } from '../requests.ts'
import { onWorkday } from './calendar.ts'
import { fenOf } from './listing-steps.ts'
import type { Stage, Step } from './stage.ts'

export const sellerOf = (listingKey: string): string => {
  const listing = DEMO_LISTINGS.find(({ key }) => key === listingKey)
  if (!listing) throw new Error(`There is no listing ${listingKey}.`)
  return listing.owner
}

interface Scope {
  mode: TransferMode
  fieldOfUse: string
  territory: string
  termMonths: number | null
}

/** A whole term sheet: a third at once, the rest by milestones. */
export const termsOf = ({ mode, fieldOfUse, territory, termMonths }: Scope, totalWan: number) => ({
  transferMode: mode,
  exclusivity: exclusivityOf(mode),
  fieldOfUse,
  territory,
  termMonths,
  upfrontFen: fenOf(Math.round(totalWan * 30) / 100),
  royaltyRatePercent: null,
  totalFen: fenOf(totalWan),
  note: '合同签订后付三成，其余按节点支付。',
})

const offerStep = (
  stage: Stage,
  request: DemoRequest,
  totalWan: number,
  index: number,
  minute: number,
): Step => {
  const { key, listing, requester, termMonths = null } = request
  const side = index % 2 === 0 ? sellerOf(listing) : requester
  return {
    on: onWorkday(addDays(request.on, 8 + index * 4)),
    minute,
    run: () =>
      makeOffer(stage.member(side, 'negotiator'), {
        requestId: stage.idOf(`request ${key}`),
        terms: termsOf({ ...request, termMonths }, totalWan),
        note: index === 0 ? '首次报价，含技术资料与一次现场培训。' : '在上一轮基础上调整总价，其余条件不变。',
      }),
  }
}

const answerSteps = (stage: Stage, request: DemoRequest, minute: number): Step[] => {
  const { key, listing, requester, outcome } = request
  const id = () => stage.idOf(`request ${key}`)
  const owner = () => stage.member(sellerOf(listing), 'negotiator')
  const on = onWorkday(addDays(request.on, 4))
  const accepting: Step = { on, minute, run: () => acceptRequest(owner(), id()) }
  switch (outcome.to) {
    case 'accepted':
      return [accepting]
    case 'negotiating':
      return [
        accepting,
        ...outcome.offersWan.map((wan, index) => offerStep(stage, request, wan, index, minute)),
      ]
    case 'declined': {
      const { reason, words } = outcome
      return [{ on, minute, run: () => declineRequest(owner(), { id: id(), reason, words }) }]
    }
    case 'withdrawn':
      return [{ on, minute, run: () => withdrawRequest(stage.member(requester, 'negotiator'), id()) }]
    default:
      return []
  }
}

const askStep = (stage: Stage, request: DemoRequest, minute: number): Step => ({
  on: request.on,
  minute,
  run: async () => {
    const { key, listing, requester, mode, fieldOfUse, territory, termMonths, offerWan, message } = request
    const { id } = await createRequest(stage.member(requester, 'negotiator'), {
      listingId: stage.idOf(`listing ${listing}`),
      transferMode: mode,
      fieldOfUse,
      territory,
      termMonths: termMonths ?? null,
      offerFen: offerWan === undefined ? null : fenOf(offerWan),
      message,
    })
    stage.remember(`request ${key}`, id)
  },
})

/** Companies ask; owners talk, decline, or leave it waiting. */
export const requestSteps = (stage: Stage): Step[] =>
  DEMO_REQUESTS.flatMap((request, index) => {
    const minute = 20 + ((index * 11) % 300)
    return [askStep(stage, request, minute), ...answerSteps(stage, request, minute + 30)]
  })
