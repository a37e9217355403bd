import { inUnitOfWork } from '@market/database'
import { organizations } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { type Changes, requireActor, type ServiceContext } from '../index.ts'
import type { CreateOrganizationInput } from './create-organization.ts'
import { readOrganizationCodes } from './organization-fields.ts'
import { lockOrganization, type OrganizationRecord, relationsToOrganization } from './records.ts'

/** Everything but kind and credit code, which are what was verified. */
export type EditOrganizationInput = Changes<Omit<CreateOrganizationInput, 'kind' | 'creditCode'>>

/** Refuses with `request.invalid` when the region code is wrong. */
export const editOrganization = async (
  context: ServiceContext,
  id: string,
  input: EditOrganizationInput,
): Promise<OrganizationRecord> => {
  const actor = requireActor(context)
  const { problems } = readOrganizationCodes(input)
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const before = await lockOrganization(tx, id)
    authorize(actor, 'organization.edit', relationsToOrganization(actor, before))
    const [after] = await tx
      .update(organizations)
      .set({ ...input, updatedAt: now })
      .where(eq(organizations.id, id))
      .returning()
    if (!after) throw new Error('The organization vanished under its lock.')
    audit({
      action: 'organization.edit',
      subjectType: 'organization',
      subjectId: id,
      organizationId: id,
      before,
      after,
    })
    emit({ type: 'organization.changed', subjectId: id })
    return after
  })
}
