import { inUnitOfWork, refusingOn, type Transaction } from '@market/database'
import { listings, needAnswers, type Proposal } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { OPEN_NEED_STATES, proposalProblems, relationsToNeed } from '@market/domain/demands'
import { REQUESTABLE_LISTING_STATES } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq, inArray } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type AnswerRow, holdNeed } from './records.ts'

export type AnswerNeedInput = { needId: string; message: string } & (
  | { listingId: string; proposal?: undefined }
  | { listingId?: undefined; proposal: Omit<Proposal, 'attachments'> }
)

const requireOwnListing = async (tx: Transaction, listingId: string, organizationId: string) => {
  const [listing] = await tx
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(
        eq(listings.id, listingId),
        eq(listings.organizationId, organizationId),
        inArray(listings.state, REQUESTABLE_LISTING_STATES),
      ),
    )
  if (!listing)
    throw refuseFields('request.invalid', [{ path: 'listingId', code: 'answer.listing_not_yours' }])
}

/**
 * An owner answers an open need with one of its listings or with a proposal. Refuses with `need.not_open`,
 * `answer.already_open` and `request.invalid`.
 */
export const answerNeed = async (context: ServiceContext, input: AnswerNeedInput): Promise<AnswerRow> => {
  const actor = requireMember(context)
  const { organizationId, userId } = actor
  const { needId, message, listingId, proposal } = input
  const alreadyOpen = () => refuse('conflict', 'answer.already_open')
  return refusingOn({ need_answers_one_open: alreadyOpen }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit, ...unit }) => {
      const need = await holdNeed({ tx, now, audit, emit, ...unit }, needId)
      authorize(actor, 'answer.create', relationsToNeed(actor, need))
      if (!OPEN_NEED_STATES.some((state) => state === need.state)) {
        throw refuse('conflict', 'need.not_open', { state: need.state })
      }
      if (listingId !== undefined) await requireOwnListing(tx, listingId, organizationId)
      const problems = proposal ? proposalProblems(proposal, need.cooperationModes) : []
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const [answer] = await tx
        .insert(needAnswers)
        .values({
          id: context.ids.next(),
          needId,
          organizationId,
          state: 'submitted',
          listingId: listingId ?? null,
          proposal: proposal ? { ...proposal, attachments: [] } : null,
          message,
          createdBy: userId,
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (!answer) throw new Error('The answer was not stored.')
      audit({
        action: 'answer.create',
        subjectType: 'answer',
        subjectId: answer.id,
        organizationId,
        after: answer,
      })
      emit({ type: 'answer.received', subjectId: answer.id, payload: { needId } })
      return answer
    }),
  )
}
