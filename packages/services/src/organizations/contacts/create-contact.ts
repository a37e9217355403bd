import { inUnitOfWork } from '@market/database'
import { organizationContacts } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { MAX_CONTACTS } from '@market/domain/organizations'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, count, eq, isNull, max } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { lockOrganization } from '../records.ts'
import { auditContact, type ContactRecord } from './records.ts'

export type ContactInput = Pick<
  ContactRecord,
  'nameZh' | 'nameEn' | 'dutyZh' | 'dutyEn' | 'email' | 'phone' | 'visibility'
>

/** Somebody who is named must be reachable. Refuses with `request.invalid`. */
export const assertReachable = ({ email, phone }: Pick<ContactInput, 'email' | 'phone'>): void => {
  if (email === '' && phone === '') {
    throw refuseFields('request.invalid', [{ path: 'email', code: 'contact.unreachable' }])
  }
}

/** Adds a person or office to turn to. Refuses with `request.invalid` or `contact.too_many` (20). */
export const createContact = async (context: ServiceContext, input: ContactInput): Promise<ContactRecord> => {
  const member = requireMember(context)
  const { organizationId } = member
  authorize(member, 'contact.create', relationsTo(member, { organizationId }))
  assertReachable(input)
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    await lockOrganization(tx, organizationId)
    const [standing] = await tx
      .select({ contacts: count(), last: max(organizationContacts.position) })
      .from(organizationContacts)
      .where(
        and(eq(organizationContacts.organizationId, organizationId), isNull(organizationContacts.removedAt)),
      )
    if ((standing?.contacts ?? 0) >= MAX_CONTACTS)
      throw refuse('conflict', 'contact.too_many', { max: MAX_CONTACTS })
    const [after] = await tx
      .insert(organizationContacts)
      .values({
        ...input,
        id: context.ids.next(),
        organizationId,
        position: (standing?.last ?? 0) + 1,
        createdAt: now,
      })
      .returning()
    if (!after) throw new Error('The contact was not stored.')
    auditContact(unit, 'contact.create', { after })
    return after
  })
}
