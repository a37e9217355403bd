import { listings, requests } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { DeclineReason } from '@market/domain/codes'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, count, eq, isNotNull } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'

export interface LostRequests {
  reason: DeclineReason
  /** Who gave it: the owner who declined, or the applicant who withdrew. */
  by: 'owner' | 'requester'
  requests: number
}

/**
 * Why requests for a listing came to nothing, by class and side, the commonest first: what its owner may learn from.
 * Refuses with `listing.not_found`.
 */
export const readLostRequests = async (
  context: ServiceContext,
  listingId: string,
): Promise<LostRequests[]> => {
  const actor = requireMember(context)
  const [listing] = await context.db
    .select({ organizationId: listings.organizationId })
    .from(listings)
    .where(eq(listings.id, listingId))
  if (!listing) throw refuse('not-found', 'listing.not_found')
  authorize(actor, 'listing.read_lost_requests', relationsTo(actor, listing))
  const of = (column: typeof requests.declineReason | typeof requests.withdrawReason) =>
    context.db
      .select({ reason: column, requests: count() })
      .from(requests)
      .where(and(eq(requests.listingId, listingId), isNotNull(column)))
      .groupBy(column)
  const [declined, withdrawn] = await Promise.all([of(requests.declineReason), of(requests.withdrawReason)])
  const sided = (rows: typeof declined, by: LostRequests['by']): LostRequests[] =>
    rows.flatMap(({ reason, ...row }) => (reason ? [{ reason, by, ...row }] : []))
  return [...sided(declined, 'owner'), ...sided(withdrawn, 'requester')].toSorted(
    (left, right) => right.requests - left.requests || left.reason.localeCompare(right.reason),
  )
}
