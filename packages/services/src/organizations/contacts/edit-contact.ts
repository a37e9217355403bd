import { inUnitOfWork } from '@market/database'
import { organizationContacts } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq, isNull } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { assertReachable, type ContactInput } from './create-contact.ts'
import { auditContact, type ContactRecord, holdContact } from './records.ts'

/** Listings that name the contact show the new facts at once. Refuses with `request.invalid` or `contact.not_found`. */
export const editContact = async (
  context: ServiceContext,
  id: string,
  input: ContactInput,
): Promise<ContactRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await holdContact(unit, actor, { action: 'contact.edit', id })
    assertReachable(input)
    const [after] = await unit.tx
      .update(organizationContacts)
      .set(input)
      .where(and(eq(organizationContacts.id, id), isNull(organizationContacts.removedAt)))
      .returning()
    if (!after) throw refuse('not-found', 'contact.not_found')
    auditContact(unit, 'contact.edit', { before, after })
    return after
  })
}
