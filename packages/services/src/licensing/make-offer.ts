import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { offers } from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import {
  answerByProblems,
  modeProblems,
  nextOfferVersion,
  openOfferOf,
  type TermSheet,
  termSheetProblems,
} from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { moveOffer } from './move-offer.ts'
import { readOfferedModes } from './read-offered-modes.ts'
import {
  holdRequest,
  moveRequest,
  type OfferRow,
  offersOf,
  type RequestRow,
  relationsToRequest,
  requestEvent,
} from './request-records.ts'
import { exclusivityFrom, type Written } from './written-terms.ts'

export interface MakeOfferInput {
  requestId: string
  terms: Written<TermSheet>
  /** Words to the other side, and whatever the terms have no field for. */
  note: string
  /** The last day (Asia/Shanghai) on which it may be taken; null or left out: as long as it lies open. */
  answerBy?: CalendarDate | null | undefined
}

const overtaken = () => refuse('conflict', 'offer.overtaken')

const problemsOf = async (
  { tx }: UnitOfWork,
  request: RequestRow,
  terms: TermSheet,
): Promise<FieldProblem[]> => {
  const problems = [
    ...modeProblems(terms.transferMode, await readOfferedModes(tx, request)),
    ...termSheetProblems(terms),
  ]
  return problems.map((problem) => ({ ...problem, path: `terms.${problem.path}` }))
}

/**
 * Either side puts complete terms on the table; the offer that lay there is superseded. Refuses with
 * `request.wrong_state` and `request.invalid`.
 */
export const makeOffer = async (context: ServiceContext, input: MakeOfferInput): Promise<OfferRow> => {
  const actor = requireMember(context)
  const { requestId, note, answerBy = null } = input
  const terms: TermSheet = { ...input.terms, exclusivity: exclusivityFrom(input.terms) }
  return refusingOn({ offers_one_open: overtaken, offers_version: overtaken }, () =>
    inUnitOfWork(context, async (unit) => {
      const request = await holdRequest(unit.tx, actor, requestId)
      authorize(actor, 'offer.make', await relationsToRequest(unit.tx, actor, request))
      const after = await moveRequest(unit, request, 'negotiate')
      const problems = [
        ...(await problemsOf(unit, request, terms)),
        ...answerByProblems(answerBy, shanghaiDateOf(unit.now)),
      ]
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const earlier = await offersOf(unit.tx, requestId)
      const open = openOfferOf(earlier)
      if (open) await moveOffer(unit, open, 'supersede', actor.userId)
      const [offer] = await unit.tx
        .insert(offers)
        .values({
          id: context.ids.next(),
          requestId,
          version: nextOfferVersion(earlier),
          organizationId: actor.organizationId,
          state: 'open',
          terms,
          note,
          answerBy,
          createdBy: actor.userId,
          createdAt: unit.now,
        })
        .returning()
      if (!offer) throw new Error('The offer was not stored.')
      unit.audit({
        action: 'offer.make',
        subjectType: 'offer',
        subjectId: offer.id,
        organizationId: actor.organizationId,
        after: offer,
      })
      const payload = { ...requestEvent(after, actor.organizationId), version: offer.version }
      unit.emit({ type: 'offer.made', subjectId: offer.id, payload })
      return offer
    }),
  )
}
