import type { WorkContext } from '@market/database'
import { contracts, paymentDues, paymentReminders } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { REMINDER_SPAN, reminderOn } from '@market/domain/payments'
import { and, asc, between, eq } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import type { DueRow } from './records.ts'

const selectAround = ({ db }: WorkContext, today: string) =>
  db
    .select({ due: paymentDues, sellerId: contracts.sellerId })
    .from(paymentDues)
    .innerJoin(contracts, eq(contracts.id, paymentDues.contractId))
    .where(
      and(
        eq(paymentDues.state, 'open'),
        between(
          paymentDues.dueOn,
          addDays(today, -REMINDER_SPAN.after),
          addDays(today, REMINDER_SPAN.before),
        ),
      ),
    )
    .orderBy(asc(paymentDues.dueOn), asc(paymentDues.id))

const remind = (
  context: WorkContext,
  { id: dueId, contractId }: DueRow,
  { organizationId, daysLeft }: { organizationId: string; daysLeft: number },
): Promise<boolean> =>
  unlessDone(context, async ({ tx, now, audit, emit }) => {
    const [first] = await tx
      .insert(paymentReminders)
      .values({ dueId, remindedOn: shanghaiDateOf(now), daysLeft })
      .onConflictDoNothing()
      .returning()
    if (!first) throw alreadyDone()
    const trail = { subjectType: 'payment_due', subjectId: dueId, organizationId }
    audit({ ...trail, action: 'payment.remind', after: { daysLeft } })
    emit({ type: 'payment.due_reminder', subjectId: dueId, payload: { contractId, daysLeft } })
  })

/** Reminds payers before and after a due date, once per amount and day however often it is run; returns how many. */
export const remindPayers = async (context: WorkContext): Promise<number> => {
  const today = shanghaiDateOf(context.clock.now())
  let told = 0
  for (const { due, sellerId } of await selectAround(context, today)) {
    const daysLeft = due.dueOn === null ? null : reminderOn(due.dueOn, today)
    if (daysLeft === null) continue
    if (await remind(context, due, { organizationId: sellerId, daysLeft })) told += 1
  }
  return told
}
