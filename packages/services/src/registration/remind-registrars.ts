import type { WorkContext } from '@market/database'
import { registrationReminders, registrations } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { and, asc, inArray, isNotNull, lte } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import { type DecisionClock, decisionClockOf } from './procedure.ts'
import { type RegistrationRecord, trailOf } from './records.ts'
import { isWorkingDay } from './working-days.ts'

/** Reminded from this many days before the end, in the days the deadline counts. */
const REMIND_FROM_DAYS = 3
/** The longest holidays, with their weekends, lie between three working days. */
const LOOK_AHEAD_DAYS = 16
const DECIDING_STATES = ['accepted', 'under_review'] as const

const selectDue = ({ db }: Pick<WorkContext, 'db'>, today: string): Promise<RegistrationRecord[]> =>
  db
    .select()
    .from(registrations)
    .where(
      and(
        inArray(registrations.state, DECIDING_STATES),
        isNotNull(registrations.dueOn),
        lte(registrations.dueOn, addDays(today, LOOK_AHEAD_DAYS)),
      ),
    )
    .orderBy(asc(registrations.dueOn), asc(registrations.id))

const remind = async (
  context: WorkContext,
  record: RegistrationRecord,
  { dueOn, daysLeft, daysKind, overdue }: DecisionClock,
): Promise<boolean> => {
  const { id: registrationId, agencyId: organizationId } = record
  return unlessDone(context, async ({ tx, now, audit, emit }) => {
    const [first] = await tx
      .insert(registrationReminders)
      .values({ registrationId, remindedOn: shanghaiDateOf(now), daysLeft })
      .onConflictDoNothing()
      .returning()
    if (!first) throw alreadyDone()
    const noted = { ...trailOf(record), daysLeft }
    const action = 'registration.remind'
    audit({ action, subjectType: 'registration', subjectId: registrationId, organizationId, after: noted })
    const type = overdue ? 'registration.overdue' : 'registration.due_soon'
    emit({ type, subjectId: registrationId, payload: { dueOn, daysLeft, daysKind } })
  })
}

/**
 * On working days, tells of every decision that is nearly due or overdue, once per registration and day however often and
 * wherever it is run; returns how many were told of.
 */
export const remindRegistrars = async (context: WorkContext): Promise<number> => {
  const now = context.clock.now()
  const today = shanghaiDateOf(now)
  if (!isWorkingDay(today)) return 0
  let told = 0
  for (const record of await selectDue(context, today)) {
    const clock = decisionClockOf(record, now)
    if (clock === null || clock.daysLeft > REMIND_FROM_DAYS) continue
    if (await remind(context, record, clock)) told += 1
  }
  return told
}
