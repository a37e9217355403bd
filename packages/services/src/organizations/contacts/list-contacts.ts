import { organizationContacts } from '@market/database/schema'
import { contactIsShown } from '@market/domain/organizations'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { findOrganization, relationsToOrganization } from '../records.ts'
import type { ContactRecord } from './records.ts'

const select = ({ db }: ServiceContext, organizationId: string): Promise<ContactRecord[]> =>
  db
    .select()
    .from(organizationContacts)
    .where(
      and(eq(organizationContacts.organizationId, organizationId), isNull(organizationContacts.removedAt)),
    )
    .orderBy(asc(organizationContacts.position), asc(organizationContacts.id))

/** All contacts of the acting organization, to choose from. */
export const listContacts = async (context: ServiceContext): Promise<ContactRecord[]> => {
  const member = requireMember(context)
  const { organizationId } = member
  authorize(member, 'contact.read', relationsTo(member, { organizationId }))
  return select(context, organizationId)
}

/** Those an organization shows this reader. Refuses with `organization.not_found`. */
export const listShownContacts = async (context: ServiceContext, id: string): Promise<ContactRecord[]> => {
  const { db, actor } = context
  const organization = await findOrganization(db, id)
  authorize(actor, 'organization.read', relationsToOrganization(actor, organization))
  const reader = { signedIn: actor !== null, member: actor?.organizationId === id }
  return (await select(context, id)).filter(({ visibility }) => contactIsShown(visibility, reader))
}
