import type { WorkContext } from '@market/database'
import { needAlerts, needs } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { OPEN_NEED_STATES, TOLD_FROM } from '@market/domain/demands'
import type { SearchEngine } from '@market/search'
import { eq, isNull } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import { type ListingMatch, rankListings } from './find-matches.ts'

/** Of each owner the listing that fits best; owners whom the visibility keeps out are not told. */
const bestPerOwner = (
  matches: readonly ListingMatch[],
  { visibility, published }: typeof needs.$inferSelect,
): ListingMatch[] => {
  const best = new Map<string, ListingMatch>()
  for (const one of matches) {
    const { organizationId } = one.listing
    const invited = visibility !== 'invited' || (published?.invitedIds.includes(organizationId) ?? false)
    if (invited && one.match.score >= TOLD_FROM && !best.has(organizationId)) best.set(organizationId, one)
  }
  return [...best.values()]
}

/** Notes for whose listings a newly published need is; idempotent. Returns how many owners that are. */
export const spreadNeed = async (
  context: WorkContext & { search: SearchEngine },
  needId: string,
): Promise<number> => {
  const [need] = await context.db.select().from(needs).where(eq(needs.id, needId))
  if (!need || !OPEN_NEED_STATES.some((state) => state === need.state)) return 0
  const today = shanghaiDateOf(context.clock.now())
  const best = bestPerOwner(await rankListings({ ...context, today }, need), need)
  if (best.length === 0) return 0
  await context.db
    .insert(needAlerts)
    .values(
      best.map(({ listing, match }) => ({
        needId,
        organizationId: listing.organizationId,
        listingId: listing.id,
        score: match.score,
        createdAt: context.clock.now(),
      })),
    )
    .onConflictDoNothing()
  return best.length
}

/** Tells every owner of the new needs gathered for it, in one letter each. Returns how many owners were told. */
export const tellOwners = async (context: WorkContext): Promise<number> => {
  let owners = 0
  await unlessDone(context, async ({ tx, now, audit, emit }) => {
    const told = await tx
      .update(needAlerts)
      .set({ toldAt: now })
      .where(isNull(needAlerts.toldAt))
      .returning({ organizationId: needAlerts.organizationId, needId: needAlerts.needId })
    if (told.length === 0) throw alreadyDone()
    const byOwner = Map.groupBy(told, ({ organizationId }) => organizationId)
    for (const [organizationId, rows] of byOwner) {
      const needIds = rows.map(({ needId }) => needId)
      audit({
        action: 'need.tell_owner',
        subjectType: 'organization',
        subjectId: organizationId,
        organizationId,
        after: { needIds },
      })
      emit({ type: 'need.digest', subjectId: organizationId, payload: { needIds } })
    }
    owners = byOwner.size
  })
  return owners
}
