import { type Database, inUnitOfWork, type Transaction } from '@market/database'
import { checklistTicks, users } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { findPrecheckRule } from '@market/domain/registration'
import { asc, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { lockRegistration, type RegistrationRecord, relationsToRegistration } from './records.ts'
import { requireExaminer } from './step-registration.ts'

export interface ChecklistTick {
  ruleId: string
  ticked: boolean
  tickedAt: Date
  tickedBy: { id: string; name: string }
}

/** The newest answer to each question, by whom and when. */
export const readChecklist = async (
  db: Database | Transaction,
  registrationId: string,
): Promise<ChecklistTick[]> => {
  const rows = await db
    .select({ tick: checklistTicks, name: users.name })
    .from(checklistTicks)
    .innerJoin(users, eq(users.id, checklistTicks.tickedBy))
    .where(eq(checklistTicks.registrationId, registrationId))
    .orderBy(asc(checklistTicks.id))
  const ticks = rows.map(({ tick: { ruleId, ticked, tickedAt, tickedBy }, name }) => ({
    ruleId,
    ticked,
    tickedAt,
    tickedBy: { id: tickedBy, name },
  }))
  return [...new Map(ticks.map((tick) => [tick.ruleId, tick])).values()]
}

export interface TickChecklistInput {
  registrationId: string
  /** Rule ids of the questions answered; the others stand open. */
  ticked: readonly string[]
}

/** The states in which somebody reads the contract. */
export const EXAMINED_STATES = [
  'submitted',
  'accepted',
  'under_review',
] as const satisfies readonly RegistrationRecord['state'][]

const requireQuestions = (ruleIds: readonly string[]): void => {
  const problems = ruleIds.flatMap((ruleId, index) =>
    findPrecheckRule(ruleId)?.checklist
      ? []
      : [{ path: `ticked.${index}`, code: 'registration.question_unknown' }],
  )
  if (problems.length > 0) throw refuseFields('registration.question_unknown', problems)
}

/**
 * Keeps which questions of the checklist the examiner has answered, with name and time; only what changes is written.
 * Refuses with `registration.question_unknown` or `registration.wrong_state`.
 */
export const tickChecklist = async (
  context: ServiceContext,
  { registrationId, ticked }: TickChecklistInput,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const record = await lockRegistration(tx, registrationId)
    authorize(actor, 'registration.tick_checklist', relationsToRegistration(actor, record))
    requireExaminer(record, actor)
    requireQuestions(ticked)
    const allowed: readonly string[] = EXAMINED_STATES
    if (!allowed.includes(record.state)) {
      throw refuse('conflict', 'registration.wrong_state', { state: record.state, allowed })
    }
    const before = (await readChecklist(tx, registrationId))
      .filter((tick) => tick.ticked)
      .map(({ ruleId }) => ruleId)
    const changed = [
      ...ticked.filter((ruleId) => !before.includes(ruleId)).map((ruleId) => ({ ruleId, ticked: true })),
      ...before.filter((ruleId) => !ticked.includes(ruleId)).map((ruleId) => ({ ruleId, ticked: false })),
    ]
    if (changed.length > 0) {
      await tx
        .insert(checklistTicks)
        .values(changed.map((tick) => ({ ...tick, registrationId, tickedAt: now, tickedBy: actor.userId })))
    }
    audit({
      action: 'registration.tick_checklist',
      subjectType: 'registration',
      subjectId: registrationId,
      organizationId: record.agencyId,
      before: { ticked: before.toSorted() },
      after: { ticked: ticked.toSorted() },
    })
    return record
  })
}
