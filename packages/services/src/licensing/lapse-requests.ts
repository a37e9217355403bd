import type { UnitOfWork } from '@market/database'
import { requests } from '@market/database/schema'
import type { LapseReason } from '@market/domain/licensing'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { moveRequest, type RequestRow, requestEvent } from './request-records.ts'

/** Ends a request that is held; both sides are told why. Refuses with `request.wrong_state`. */
export const lapse = async (
  unit: UnitOfWork,
  before: RequestRow,
  lapseReason: LapseReason,
): Promise<void> => {
  const after = await moveRequest(unit, before, 'lapse', { lapseReason })
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
  for (const before of open) await lapse(unit, before, 'transferred')
}
