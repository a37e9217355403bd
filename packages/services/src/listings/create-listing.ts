import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import type { ListingKind } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { columnsOf, emptyContent, type ListingContent } from './content.ts'
import { editContent, type ListingEdit } from './edit-content.ts'
import { identifyRights, rightRefusals } from './identify-rights.ts'
import type { ListingRow } from './records.ts'
import { writeStoredLists } from './stored-content.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export type CreateListingInput = ListingEdit & { kind: ListingKind }

// Nanning, where an organization without a region of its own is taken to be.
const DEFAULT_REGION = '450100'

/** What a draft will say: an empty text with this edit. Refuses with `request.invalid` as an edit does. */
export const prepareDraft = (
  context: Pick<ServiceContext, 'ids'>,
  member: MemberActor,
  input: CreateListingInput,
  held: readonly string[] = [],
): ListingContent => {
  const empty = emptyContent(input.kind, member.organizationRegionCode ?? DEFAULT_REGION)
  return editContent(empty, input, context.ids, held)
}

/** Stores a prepared draft within a unit of work; several may go into one. */
export const storeDraft = async (
  context: Pick<ServiceContext, 'ids'>,
  { tx, now, audit }: Pick<UnitOfWork, 'tx' | 'now' | 'audit'>,
  { organizationId, userId }: MemberActor,
  prepared: ListingContent,
): Promise<ListingRow> => {
  const id = context.ids.next()
  const options = { ids: context.ids, keepPublished: true }
  const rights = await identifyRights(tx, { id, organizationId }, prepared.rights, options)
  const content = { ...prepared, rights }
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
  audit({ action: 'listing.create', subjectType: 'listing', subjectId: id, organizationId, after: content })
  return listing
}

/**
 * Begins a draft; only its kind must be known. `held`: the organization's own rights it may name by id.
 * Refuses with `request.invalid` as an edit does.
 */
export const createListing = async (
  context: ServiceContext,
  input: CreateListingInput,
  held: readonly string[] = [],
): Promise<ListingView> => {
  const member = requireMember(context)
  authorize(member, 'listing.create')
  const prepared = prepareDraft(context, member, input, held)
  return refusingOn(rightRefusals, () =>
    inUnitOfWork(context, async (unit) => {
      const listing = await storeDraft(context, unit, member, prepared)
      return viewWorking(unit.tx, listing, { actor: member, now: unit.now })
    }),
  )
}
