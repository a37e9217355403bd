import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { listings, needFeedback } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { MisfitReason } from '@market/domain/codes'
import { relationsToNeed } from '@market/domain/demands'
import { isPublicState } from '@market/domain/listings'
import { authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { findNeed } from './records.ts'

export interface JudgeMatchInput {
  needId: string
  listingId: string
  /** Null: it fits. */
  misfit: MisfitReason | null
  words: string
}

const findListing = async ({ tx }: UnitOfWork, id: string) => {
  const { organizationId, state } = listings
  const [row] = await tx.select({ organizationId, state }).from(listings).where(eq(listings.id, id))
  if (!row) throw refuse('not-found', 'listing.not_found')
  return {
    organizationId: row.organizationId,
    public: isPublicState(row.state),
  }
}

const keep = async (
  { tx, now, audit }: UnitOfWork,
  { organizationId, userId }: MemberActor,
  side: 'poster' | 'owner',
  { needId, listingId, misfit, words }: JudgeMatchInput,
): Promise<void> => {
  const said = {
    fits: misfit === null ? 1 : 0,
    reason: misfit,
    words,
    givenBy: userId,
    givenAt: now,
  } as const
  await tx
    .insert(needFeedback)
    .values({ needId, listingId, side, ...said })
    .onConflictDoUpdate({
      target: [needFeedback.needId, needFeedback.listingId, needFeedback.side],
      set: said,
    })
  audit({
    action: side === 'poster' ? 'need.judge_match' : 'listing.judge_need',
    subjectType: side === 'poster' ? 'need' : 'listing',
    subjectId: side === 'poster' ? needId : listingId,
    organizationId,
    after: { needId, listingId, fits: misfit === null, reason: misfit, words },
  })
}

/**
 * The poster says whether a listing fits its need; the ranking of that need follows, which shows what was judged. Refuses
 * with `need.not_found`, and with `listing.not_found` also for a listing the poster may not read.
 */
export const judgeListing = async (context: ServiceContext, input: JudgeMatchInput): Promise<void> => {
  const actor = requireMember(context)
  await inUnitOfWork(context, async (unit) => {
    const need = await findNeed(unit.tx, input.needId)
    authorize(actor, 'need.judge_match', relationsToNeed(actor, need))
    const listing = await findListing(unit, input.listingId)
    authorize(actor, 'listing.read', relationsTo(actor, listing))
    await keep(unit, actor, 'poster', input)
  })
}

/** The owner says whether a need fits its listing; the ranking of that listing follows. Refuses with `listing.not_found`. */
export const judgeNeed = async (context: ServiceContext, input: JudgeMatchInput): Promise<void> => {
  const actor = requireMember(context)
  await inUnitOfWork(context, async (unit) => {
    const { organizationId } = await findListing(unit, input.listingId)
    authorize(actor, 'listing.judge_need', relationsTo(actor, { organizationId }))
    const need = await findNeed(unit.tx, input.needId)
    authorize(actor, 'need.read', relationsToNeed(actor, need))
    await keep(unit, actor, 'owner', input)
  })
}
