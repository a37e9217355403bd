import type { UnitOfWork } from '@market/database'
import { requests } from '@market/database/schema'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { moveRequest, requestEvent } from './request-records.ts'

/** Ends every unanswered or unfinished request on a listing whose rights have gone to somebody else. */
export const lapseRequests = async (unit: UnitOfWork, listingId: string): Promise<void> => {
  const open = await unit.tx
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.listingId, listingId),
        inArray(requests.state, ['submitted', 'accepted', 'negotiating']),
      ),
    )
    .orderBy(asc(requests.id))
    .for('update')
  for (const before of open) {
    const after = await moveRequest(unit, before, 'lapse')
    unit.audit({
      action: 'request.lapse',
      subjectType: 'request',
      subjectId: before.id,
      organizationId: before.ownerId,
      before,
      after,
    })
    unit.emit({ type: 'request.lapsed', subjectId: before.id, payload: requestEvent(after, null) })
  }
}
