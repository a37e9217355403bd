import { inUnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { findContact } from '../organizations/index.ts'
import { isPublic, relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export interface SetContactInput {
  id: string
  /** Null: no contact is shown. */
  contactId: string | null
}

/**
 * Names whom to ask. No part of the reviewed text, so it holds at once, also for a public listing. Refuses with
 * `request.invalid` for a contact that is not the owner's.
 */
export const setContact = (
  context: ServiceContext,
  { id, contactId }: SetContactInput,
): Promise<ListingView> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const before = await holdListing(unit, id)
    const { organizationId } = before
    authorize(actor, 'listing.set_contact', relationsToListing(actor, before))
    const contact = contactId === null ? null : await findContact(tx, contactId)
    if (contactId !== null && contact?.organizationId !== organizationId) {
      throw refuseFields('request.invalid', [{ path: 'contactId', code: 'contact.not_found' }])
    }
    const [after] = await tx
      .update(listings)
      .set({ contactId, updatedAt: now })
      .where(eq(listings.id, id))
      .returning()
    if (!after) throw new Error('The listing vanished under its lock.')
    unit.audit({
      action: 'listing.set_contact',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      before: { contactId: before.contactId },
      after: { contactId },
    })
    if (isPublic(after)) unit.emit({ type: 'listing.changed', subjectId: id, payload: { contact: true } })
    return viewWorking(tx, after, { actor, now })
  })
}
