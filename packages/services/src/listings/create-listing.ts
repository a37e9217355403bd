import { inUnitOfWork, refusingOn } from '@market/database'
import { listings } from '@market/database/schema'
import type { ListingKind } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { columnsOf, emptyContent } from './content.ts'
import { editContent, type ListingEdit } from './edit-content.ts'
import { identifyRights, rightRefusals } from './identify-rights.ts'
import { writeStoredLists } from './stored-content.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export type CreateListingInput = ListingEdit & { kind: ListingKind }

// Nanning, where an organization without a region of its own is taken to be.
const DEFAULT_REGION = '450100'

/** Begins a draft; only its kind must be known. Refuses with `request.invalid` as an edit does. */
export const createListing = async (
  context: ServiceContext,
  input: CreateListingInput,
): Promise<ListingView> => {
  const member = requireMember(context)
  authorize(member, 'listing.create')
  const { organizationId, userId } = member
  const empty = emptyContent(input.kind, member.organizationRegionCode ?? DEFAULT_REGION)
  const edited = editContent(empty, input, context.ids)
  return refusingOn(rightRefusals, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const id = context.ids.next()
      const options = { ids: context.ids, keepPublished: true }
      const rights = await identifyRights(tx, { id, organizationId }, edited.rights, options)
      const content = { ...edited, rights }
      const [listing] = await tx
        .insert(listings)
        .values({
          ...columnsOf(content),
          id,
          organizationId,
          state: 'draft',
          createdBy: userId,
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (!listing) throw new Error('The listing was not stored.')
      await writeStoredLists(tx, listing, content, now)
      audit({
        action: 'listing.create',
        subjectType: 'listing',
        subjectId: id,
        organizationId,
        after: content,
      })
      return viewWorking(tx, listing, { actor: member, now })
    }),
  )
}
