import { inUnitOfWork, refusingOn } from '@market/database'
import type { TransferMode } from '@market/domain/codes'
import { applicationOf, firstTransferMode, needMachine, openingFen } from '@market/domain/demands'
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
  /** Left empty: what the need is called. */
  fieldOfUse: string
  territory: string
  /** Null: the months the proposal names. */
  termMonths: number | null
  /** Null: what the proposal asks for or, left to the talks there, what the need has for it. */
  offerFen: number | null
}

/**
 * The poster takes an answer up: with a listing it becomes an ordinary request on it, which its owner may still
 * decline; with a proposal the talks are open at once, for both sides have said yes. What need and proposal say already is
 * not asked again: aim, indicators and deadline become the application. Refuses with
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
      if (!need.published) throw new Error('Only what is published is answered.')
      const words = need.published
      const begun = {
        ...scope,
        fieldOfUse: scope.fieldOfUse || words.titleZh,
        application: applicationOf(words, proposal?.approach ?? null),
      }
      if (listingId !== null) {
        const mode = transferMode ?? 'ordinary_licence'
        return placeRequest(context, unit, actor, {
          ...begun,
          listingId,
          transferMode: mode,
          needAnswerId: id,
        })
      }
      if (!proposal) throw new Error('An answer has a listing or a proposal.')
      return openTalks(context, unit, actor, {
        ...begun,
        ownerId,
        needAnswerId: id,
        transferMode: transferMode ?? firstTransferMode(proposal.mode),
        termMonths: scope.termMonths ?? proposal.months,
        offerFen: scope.offerFen ?? openingFen(words, proposal),
      })
    }),
  )
}
