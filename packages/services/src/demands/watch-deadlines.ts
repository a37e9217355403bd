import type { WorkContext } from '@market/database'
import { needs } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { OPEN_NEED_STATES } from '@market/domain/demands'
import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import { storeNeed } from './change-need.ts'
import { holdNeed } from './records.ts'
import { stepNeed } from './settle-need.ts'

/** Posters are reminded this many days before their deadline. */
const REMIND_DAYS = 14

const expire = (context: WorkContext, id: string, today: string): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const need = await holdNeed(unit, id)
    if (need.state !== 'published' || need.deadlineOn === null || need.deadlineOn >= today) {
      throw alreadyDone()
    }
    await stepNeed(unit, need, 'expire', 'need.expired')
  })

const remind = (context: WorkContext, id: string): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const need = await holdNeed(unit, id)
    if (need.remindedAt !== null) throw alreadyDone()
    await storeNeed(unit, need, { remindedAt: unit.now })
    unit.audit({
      action: 'need.remind',
      subjectType: 'need',
      subjectId: id,
      organizationId: need.organizationId,
      after: { deadlineOn: need.deadlineOn },
    })
    unit.emit({ type: 'need.expiring', subjectId: id })
  })

/** Closes needs whose deadline has passed and reminds of those about to; each once, however often it is run. */
export const watchDeadlines = async (
  context: WorkContext,
): Promise<{ expired: number; reminded: number }> => {
  const today = shanghaiDateOf(context.clock.now())
  const find = (...where: Parameters<typeof and>) =>
    context.db
      .select({ id: needs.id })
      .from(needs)
      .where(and(...where))
      .orderBy(asc(needs.deadlineOn), asc(needs.id))
  const over = await find(eq(needs.state, 'published'), lt(needs.deadlineOn, today))
  for (const { id } of over) await expire(context, id, today)
  const due = await find(
    inArray(needs.state, OPEN_NEED_STATES),
    isNull(needs.remindedAt),
    lte(needs.deadlineOn, addDays(today, REMIND_DAYS)),
  )
  for (const { id } of due) await remind(context, id)
  return { expired: over.length, reminded: due.length }
}
