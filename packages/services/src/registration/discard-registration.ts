import { inUnitOfWork } from '@market/database'
import { registrations } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { lockRegistration, relationsToRegistration, trailOf } from './records.ts'

/**
 * Throws a draft away that was never submitted, so that the seller may entrust another agency. Refuses with
 * `registration.wrong_state`.
 */
export const discardRegistration = async (context: ServiceContext, registrationId: string): Promise<void> => {
  const actor = requireActor(context)
  await inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await lockRegistration(tx, registrationId)
    authorize(actor, 'registration.discard', relationsToRegistration(actor, before))
    const { id: subjectId, state, agencyId: organizationId } = before
    const action = 'registration.discard'
    if (state !== 'draft') throw refuse('conflict', 'registration.wrong_state', { state, allowed: ['draft'] })
    await tx.delete(registrations).where(and(eq(registrations.id, subjectId), eq(registrations.state, state)))
    audit({ action, subjectType: 'registration', subjectId, organizationId, before: trailOf(before) })
  })
}
