import { authorize, may } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { findOrganization, type OrganizationRecord, relationsToOrganization } from './records.ts'

/** Refuses with `organization.not_found`; the reason of a decision is for its members and the overseers. */
export const getOrganization = async (context: ServiceContext, id: string): Promise<OrganizationRecord> => {
  const organization = await findOrganization(context.db, id)
  authorize(context.actor, 'organization.read', relationsToOrganization(context.actor, organization))
  const insider = context.actor?.organizationId === id || may(context.actor, 'organization.list_all')
  return insider ? organization : { ...organization, decisionReason: null }
}
