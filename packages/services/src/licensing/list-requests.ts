import { requests } from '@market/database/schema'
import type { RequestState } from '@market/domain/licensing'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import { brokeredBy, seenBy } from './request-records.ts'
import { type RequestSummaryRecord, selectRequests, waitingFor } from './select-requests.ts'

export interface ListRequestsInput {
  /** What the actor's organization is in it; left out: any. */
  role?: 'requester' | 'owner' | 'broker' | undefined
  state?: RequestState | undefined
  waiting?: 'me' | undefined
  cursor?: string | undefined
  limit: number
}

const onSide = (organizationId: string, role: ListRequestsInput['role']) => {
  if (role === undefined) return seenBy(organizationId)
  if (role === 'broker') return brokeredBy(organizationId)
  return eq(role === 'owner' ? requests.ownerId : requests.requesterId, organizationId)
}

const after = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  return or(lt(requests.updatedAt, at), and(eq(requests.updatedAt, at), lt(requests.id, id)))
}

/** The requests the actor's organization takes part in, the one that moved last first. */
export const listRequests = async (
  context: ServiceContext,
  { role, state, waiting, cursor, limit }: ListRequestsInput,
): Promise<Page<RequestSummaryRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'request.list')
  const { organizationId } = actor
  const rows = await selectRequests(context.db, organizationId)
    .where(
      and(
        onSide(organizationId, role),
        state ? eq(requests.state, state) : undefined,
        waiting ? waitingFor(organizationId) : undefined,
        after(cursor),
      ),
    )
    .orderBy(desc(requests.updatedAt), desc(requests.id))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ request }) => [request.updatedAt.toISOString(), request.id])
}
