import type { WorkContext } from '@market/database'
import { publicNotices } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { NOTICE_REMINDER_DAYS } from '@market/domain/contracts'
import { and, asc, eq, gte, isNull, lt, lte } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import type { NoticeRow } from './notice-records.ts'

type Mark = 'endingToldAt' | 'endedToldAt'
const EVENTS = { endingToldAt: 'notice.ending', endedToldAt: 'notice.ended' } as const

/** Marks a notice as told, once, and tells. */
const tell = (context: WorkContext, { id, contractId, organizationId }: NoticeRow, mark: Mark) =>
  unlessDone(context, async ({ tx, now, audit, emit }) => {
    const [first] = await tx
      .update(publicNotices)
      .set({ [mark]: now })
      .where(and(eq(publicNotices.id, id), isNull(publicNotices[mark]), isNull(publicNotices.withdrawnAt)))
      .returning()
    if (!first) throw alreadyDone()
    audit({ action: EVENTS[mark], subjectType: 'notice', subjectId: id, organizationId })
    emit({ type: EVENTS[mark], subjectId: id, payload: { contractId } })
  })

const untold = ({ db }: WorkContext, mark: Mark, today: string) =>
  db
    .select()
    .from(publicNotices)
    .where(
      and(
        isNull(publicNotices.withdrawnAt),
        isNull(publicNotices[mark]),
        mark === 'endedToldAt'
          ? lt(publicNotices.endsOn, today)
          : and(
              gte(publicNotices.endsOn, today),
              lte(publicNotices.endsOn, addDays(today, NOTICE_REMINDER_DAYS)),
            ),
      ),
    )
    .orderBy(asc(publicNotices.endsOn), asc(publicNotices.id))

/** Tells of notices about to end and of those that have ended, each once however often it is run; returns how many. */
export const watchNotices = async (context: WorkContext): Promise<number> => {
  const today = shanghaiDateOf(context.clock.now())
  let told = 0
  for (const mark of ['endingToldAt', 'endedToldAt'] as const) {
    for (const notice of await untold(context, mark, today)) {
      if (await tell(context, notice, mark)) told += 1
    }
  }
  return told
}
