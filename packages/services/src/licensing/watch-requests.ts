import type { UnitOfWork, WorkContext } from '@market/database'
import { requests } from '@market/database/schema'
import { addDays, type CalendarDate, shanghaiDateOf } from '@market/domain'
import { ANSWER_RULE, silenceCallsFor } from '@market/domain/licensing'
import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import { alreadyDone, resultUnlessDone } from '../index.ts'
import { endTalks } from './end-talks.ts'
import { lapse } from './lapse-requests.ts'
import { type RequestRow, requestEvent } from './request-records.ts'

/** Nothing is called for before the first reminder; most requests are not even read. */
const earliestMove = (today: CalendarDate): Date =>
  new Date(`${addDays(today, 1 - Math.min(...ANSWER_RULE.remindAfter))}T00:00:00+08:00`)

const hold = async ({ tx }: UnitOfWork, id: string): Promise<RequestRow> => {
  const [row] = await tx.select().from(requests).where(eq(requests.id, id)).for('update')
  if (!row) throw alreadyDone()
  return row
}

const callFor = ({ state, updatedAt, remindedAt }: RequestRow, today: CalendarDate) =>
  silenceCallsFor({ state, movedAt: updatedAt, remindedAt }, today)

const remind = async (unit: UnitOfWork, request: RequestRow): Promise<void> => {
  const { id, ownerId: organizationId } = request
  await unit.tx.update(requests).set({ remindedAt: unit.now }).where(eq(requests.id, id))
  unit.audit({
    action: 'request.remind',
    subjectType: 'request',
    subjectId: id,
    organizationId,
    after: { state: request.state },
  })
  unit.emit({ type: 'request.waiting', subjectId: id, payload: requestEvent(request, null) })
}

/** What silence calls for is decided anew on the row that is held: somebody may have moved meanwhile. */
const attend = (context: WorkContext, id: string, today: CalendarDate): Promise<'lapse' | 'remind' | null> =>
  resultUnlessDone(context, async (unit) => {
    const request = await hold(unit, id)
    const call = callFor(request, today)
    if (call === null) throw alreadyDone()
    if (call === 'remind') await remind(unit, request)
    else {
      await lapse(unit, request, 'silence')
      await endTalks(unit, request)
    }
    return call
  })

/**
 * Reminds the side whose turn it is of requests nobody has moved for a while, and ends those nobody moved in time; each
 * once, however often it is run.
 */
export const watchRequests = async (context: WorkContext): Promise<{ reminded: number; lapsed: number }> => {
  const today = shanghaiDateOf(context.clock.now())
  const silent = await context.db
    .select()
    .from(requests)
    .where(
      and(
        inArray(requests.state, ['submitted', 'accepted', 'negotiating']),
        lt(requests.updatedAt, earliestMove(today)),
      ),
    )
    .orderBy(asc(requests.updatedAt), asc(requests.id))
  const done = { reminded: 0, lapsed: 0 }
  for (const request of silent) {
    if (callFor(request, today) === null) continue
    const call = await attend(context, request.id, today)
    if (call === 'lapse') done.lapsed += 1
    if (call === 'remind') done.reminded += 1
  }
  return done
}
