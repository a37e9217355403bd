import type { Actor } from '@market/domain'
import { brokerageMachine } from '@market/domain/licensing'
import { may, relationsTo } from '@market/domain/policy'
import type { RequestRow } from '../request-records.ts'
import { type BrokerageRow, brokerageStakeholders } from './brokerage-records.ts'

const BROKERAGE_ACTIONS = [
  ['brokerage.agree', 'activate'],
  ['brokerage.refuse', 'refuse'],
  ['brokerage.end', 'end'],
] as const
export type BrokerageAction = (typeof BROKERAGE_ACTIONS)[number][0]

/** What the reader may do with a brokerage now. */
export const brokerageActions = (
  actor: Actor,
  brokerage: BrokerageRow,
  request: RequestRow,
): BrokerageAction[] => {
  const relations = relationsTo(actor, brokerageStakeholders(brokerage, request))
  const agreed =
    brokerage.organizationId === actor.organizationId ? brokerage.brokerAgreedAt : brokerage.otherSideAgreedAt
  const possible = BROKERAGE_ACTIONS.filter(
    ([action, command]) => brokerageMachine.allows(brokerage.state, command) && may(actor, action, relations),
  ).map(([action]) => action)
  // Who may still say no has nothing to end, and nobody agrees twice.
  return possible.filter((action) => {
    if (action === 'brokerage.agree') return agreed === null
    return action !== 'brokerage.end' || !possible.includes('brokerage.refuse')
  })
}
