import { inUnitOfWork, refusingOn } from '@market/database'
import { memberships, organizations } from '@market/database/schema'
import { type OrganizationKind, refuse, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { readOrganizationCodes } from './organization-fields.ts'
import type { OrganizationRecord } from './records.ts'

export interface CreateOrganizationInput {
  kind: OrganizationKind
  nameZh: string
  nameEn: string
  creditCode: string
  stateOwned: boolean
  regionCode: string
  introZh: string
  introEn: string
  website: string | null
}

/**
 * Registers an organization with the person asking as its owner; it waits for the operator's verification.
 * Refuses with `request.invalid` (the code's wrong character named) or `organization.credit_code_taken`.
 */
export const createOrganization = async (
  context: ServiceContext,
  input: CreateOrganizationInput,
  options: { sample: boolean } = { sample: false },
): Promise<OrganizationRecord> => {
  const actor = requireActor(context)
  authorize(actor, 'organization.create')
  const { creditCode, regionCode, problems } = readOrganizationCodes(input)
  if (!creditCode || !regionCode) throw refuseFields('request.invalid', problems)
  const taken = () => refuse('conflict', 'organization.credit_code_taken', { creditCode })
  return refusingOn({ organizations_credit_code_unique: taken }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const [organization] = await tx
        .insert(organizations)
        .values({
          ...input,
          id: context.ids.next(),
          creditCode,
          regionCode,
          state: 'pending',
          sample: options.sample,
          createdBy: actor.userId,
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (!organization) throw new Error('The organization was not stored.')
      const { id } = organization
      await tx
        .insert(memberships)
        .values({ organizationId: id, userId: actor.userId, roles: ['owner'], createdAt: now })
      audit({
        action: 'organization.create',
        subjectType: 'organization',
        subjectId: id,
        organizationId: id,
        after: organization,
      })
      emit({ type: 'organization.created', subjectId: id })
      return organization
    }),
  )
}
