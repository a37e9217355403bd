import { refuse } from '@market/domain'
import { brokerageMachine, requireBrokerable } from '@market/domain/licensing'
import type { ServiceContext } from '../../index.ts'
import { type BrokerageRow, moveBrokerage } from './brokerage-records.ts'
import { stepBrokerage } from './step-brokerage.ts'

/**
 * The broker, or the side that did not propose it, agrees; with the second of the two the broker takes part in the talks.
 * Refuses with `brokerage.wrong_state`, `brokerage.agreed_already` and `request.wrong_state`.
 */
export const agreeToBrokerage = (context: ServiceContext, id: string): Promise<BrokerageRow> =>
  stepBrokerage(context, id, {
    action: 'brokerage.agree',
    event: 'brokerage.agreed',
    move: (unit, { brokerage, request }, { organizationId }) => {
      requireBrokerable(request.state)
      // Asks the machine first: what is over cannot be agreed to.
      brokerageMachine.transition(brokerage.state, 'activate')
      const own = brokerage.organizationId === organizationId ? 'brokerAgreedAt' : 'otherSideAgreedAt'
      const other = own === 'brokerAgreedAt' ? 'otherSideAgreedAt' : 'brokerAgreedAt'
      if (brokerage[own] !== null) throw refuse('conflict', 'brokerage.agreed_already')
      const complete = brokerage[other] !== null
      return moveBrokerage(unit, brokerage, complete ? 'activate' : null, { [own]: unit.now })
    },
  })

/** The broker, or the side that did not propose it, says no. Refuses with `brokerage.wrong_state`. */
export const refuseBrokerage = (context: ServiceContext, id: string): Promise<BrokerageRow> =>
  stepBrokerage(context, id, {
    action: 'brokerage.refuse',
    event: 'brokerage.refused',
    move: (unit, { brokerage }, { organizationId }) =>
      moveBrokerage(unit, brokerage, 'refuse', { closedBy: organizationId }),
  })

/**
 * Either side or the broker ends it; the broker reads no more of the talks. What commission is owed for what was done
 * stays between them. Refuses with `brokerage.wrong_state`.
 */
export const endBrokerage = (context: ServiceContext, id: string): Promise<BrokerageRow> =>
  stepBrokerage(context, id, {
    action: 'brokerage.end',
    event: 'brokerage.ended',
    move: (unit, { brokerage }, { organizationId }) =>
      moveBrokerage(unit, brokerage, 'end', { closedBy: organizationId }),
  })
