import { inUnitOfWork, refusingOn } from '@market/database'
import { organizations } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type OrganizationCommand, organizationMachine } from '@market/domain/organizations'
import { type Action, authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { lockOrganization, type OrganizationRecord, relationsToOrganization } from './records.ts'

export interface DecideOrganizationInput {
  id: string
  /** Told to the organization; empty for verifying and restoring. */
  reason: string
}

const taken = () => refuse('conflict', 'organization.credit_code_taken')

const decide =
  (command: OrganizationCommand, action: Action & `organization.${string}`) =>
  async (context: ServiceContext, input: DecideOrganizationInput): Promise<OrganizationRecord> => {
    const actor = requireActor(context)
    const { id, reason } = input
    return refusingOn({ organizations_credit_code_unique: taken }, () =>
      inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
        const before = await lockOrganization(tx, id)
        authorize(actor, action, relationsToOrganization(actor, before))
        const state = organizationMachine.transition(before.state, command)
        const [after] = await tx
          .update(organizations)
          .set({
            state,
            decisionReason: reason || null,
            decidedAt: now,
            decidedBy: actor.userId,
            updatedAt: now,
          })
          .where(and(eq(organizations.id, id), eq(organizations.state, before.state)))
          .returning()
        if (!after) throw refuse('conflict', 'organization.changed_meanwhile')
        audit({ action, subjectType: 'organization', subjectId: id, organizationId: id, before, after })
        emit({ type: 'organization.decided', subjectId: id, payload: { state } })
        emit({ type: 'organization.changed', subjectId: id })
        return after
      }),
    )
  }

/** The operator confirms that the body exists and its people speak for it. */
export const verifyOrganization = decide('verify', 'organization.verify')
export const rejectOrganization = decide('reject', 'organization.reject')
/** The owner asks again after a rejection. */
export const resubmitOrganization = decide('resubmit', 'organization.resubmit')
/** Stops publishing, requesting and filing; what exists stays. */
export const suspendOrganization = decide('suspend', 'organization.suspend')
export const restoreOrganization = decide('restore', 'organization.restore')
