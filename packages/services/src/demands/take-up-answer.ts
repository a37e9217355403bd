import { inUnitOfWork, refusingOn } from '@market/database'
import type { TransferMode } from '@market/domain/codes'
import { firstTransferMode, needMachine } from '@market/domain/demands'
import { authorize, relationsTo } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { openTalks, placeRequest, type RequestRow, requestRefusals } from '../licensing/index.ts'
import { storeNeed } from './change-need.ts'
import { moveAnswer } from './decide-answer.ts'
import { holdAnswer, partiesOf } from './records.ts'

export interface TakeUpAnswerInput {
  id: string
  message: string
  /** Left out: the way the proposal names. A listing needs one that it offers. */
  transferMode?: TransferMode | undefined
  fieldOfUse: string
  territory: string
  /** Null: the months the proposal names. */
  termMonths: number | null
  /** Null: what the proposal asks for, or left to the talks. */
  offerFen: number | null
}

/**
 * The poster takes an answer up: with a listing it becomes an ordinary request on it, which its owner may still
 * decline; with a proposal the talks are open at once, for both sides have said yes. Refuses with
 * `answer.wrong_state`, `need.wrong_state` and whatever a request refuses with.
 */
export const takeUpAnswer = async (
  context: ServiceContext,
  input: TakeUpAnswerInput,
): Promise<RequestRow> => {
  const actor = requireMember(context)
  const { id, transferMode, ...scope } = input
  return refusingOn(requestRefusals, () =>
    inUnitOfWork(context, async (unit) => {
      const { need, answer } = await holdAnswer(unit, id)
      authorize(actor, 'answer.take_up', relationsTo(actor, partiesOf(need, answer)))
      const state = needMachine.transition(need.state, 'begin_talks')
      await moveAnswer(unit, answer, 'take_up')
      await storeNeed(unit, need, { state })
      unit.audit({
        action: 'need.begin_talks',
        subjectType: 'need',
        subjectId: need.id,
        organizationId: need.organizationId,
        before: { state: need.state },
        after: { state, answerId: id },
      })
      const { proposal, listingId, organizationId: ownerId } = answer
      if (listingId !== null) {
        const mode = transferMode ?? 'ordinary_licence'
        return placeRequest(context, unit, actor, {
          ...scope,
          listingId,
          transferMode: mode,
          needAnswerId: id,
        })
      }
      if (!proposal) throw new Error('An answer has a listing or a proposal.')
      return openTalks(context, unit, actor, {
        ...scope,
        ownerId,
        needAnswerId: id,
        transferMode: transferMode ?? firstTransferMode(proposal.mode),
        termMonths: scope.termMonths ?? proposal.months,
        offerFen: scope.offerFen ?? proposal.priceFen,
      })
    }),
  )
}
