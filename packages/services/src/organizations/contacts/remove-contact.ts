import { inUnitOfWork } from '@market/database'
import { organizationContacts } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq, isNull } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { auditContact, type ContactRecord, holdContact } from './records.ts'

/** Listings that named the contact show none from now on. Refuses with `contact.not_found`. */
export const removeContact = async (context: ServiceContext, id: string): Promise<ContactRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await holdContact(unit, actor, { action: 'contact.remove', id })
    const [after] = await unit.tx
      .update(organizationContacts)
      .set({ removedAt: unit.now })
      .where(and(eq(organizationContacts.id, id), isNull(organizationContacts.removedAt)))
      .returning()
    if (!after) throw refuse('not-found', 'contact.not_found')
    auditContact(unit, 'contact.remove', { before, after })
    return after
  })
}
