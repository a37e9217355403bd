import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { memberships, organizations } from '@market/database/schema'
import { type Actor, refuse, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, arrayOverlaps, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { examinerOrganizations } from './list-examiners.ts'
import {
  auditRegistration,
  lockRegistration,
  type RegistrationRecord,
  relationsToRegistration,
  writeRegistration,
} from './records.ts'
import { WAITING_STATES } from './view.ts'

export interface AssignRegistrationInput {
  registrationId: string
  userId: string
}

/** Nobody's in particular. */
export const NOBODY = { assignedTo: null, assignedBy: null, assignedAt: null }

export const requireWaiting = ({ state }: RegistrationRecord): void => {
  const allowed: readonly string[] = WAITING_STATES
  if (!allowed.includes(state)) throw refuse('conflict', 'registration.wrong_state', { state, allowed })
}

/** A registrar of the agency or of the assigner's own office, who had no hand in the form nor the first review. */
const requireExaminerToBe = async (
  { tx }: UnitOfWork,
  actor: Actor,
  record: RegistrationRecord,
  userId: string,
): Promise<void> => {
  const [member] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.userId, userId),
        arrayOverlaps(memberships.roles, ['owner', 'registrar']),
        examinerOrganizations(actor, record),
      ),
    )
    .limit(1)
  const second = record.state === 'under_review' && record.reviewSentBy === userId
  if (member && !record.filers.includes(userId) && !second) return
  throw refuseFields('registration.not_an_examiner', [
    { path: 'userId', code: 'registration.not_an_examiner' },
  ])
}

/**
 * Puts a waiting registration on a registrar's desk; others who may examine still can. Refuses with
 * `registration.not_an_examiner` or `registration.wrong_state`.
 */
export const assignRegistration = async (
  context: ServiceContext,
  { registrationId, userId }: AssignRegistrationInput,
): Promise<RegistrationRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await lockRegistration(unit.tx, registrationId)
    authorize(actor, 'registration.assign', relationsToRegistration(actor, before))
    requireWaiting(before)
    await requireExaminerToBe(unit, actor, before, userId)
    const assignment = { assignedTo: userId, assignedBy: actor.userId, assignedAt: unit.now }
    const after = await writeRegistration(unit, before, assignment)
    auditRegistration(unit, 'registration.assign', before, after)
    return after
  })
}
