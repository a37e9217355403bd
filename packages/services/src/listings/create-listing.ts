import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import type { ListingKind } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { columnsOf, emptyContent, type ListingContent } from './content.ts'
import { editContent, type ListingEdit } from './edit-content.ts'
import { identifyRightsOf, rightRefusals } from './identify-rights.ts'
import type { ListingRow } from './records.ts'
import { writeRights } from './stored-content.ts'
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

/** Stores prepared drafts within a unit of work, in few statements whatever their number; in their order. */
export const storeDrafts = async (
  context: Pick<ServiceContext, 'ids'>,
  { tx, now, audit }: Pick<UnitOfWork, 'tx' | 'now' | 'audit'>,
  { organizationId, userId }: MemberActor,
  prepared: readonly ListingContent[],
): Promise<ListingRow[]> => {
  const begun = prepared.map((content) => ({ id: context.ids.next(), content }))
  const typed = begun.map(({ id, content }) => ({ listingId: id, rights: content.rights }))
  const options = { ids: context.ids, keepPublished: true }
  const identified = await identifyRightsOf(tx, organizationId, typed, options)
  const drafts = begun.map(({ id, content }, index) => ({
    id,
    content: { ...content, rights: identified[index] ?? [] },
  }))
  const by = { organizationId, state: 'draft' as const, createdBy: userId, createdAt: now, updatedAt: now }
  const stored = await tx
    .insert(listings)
    .values(drafts.map(({ id, content }) => ({ ...columnsOf(content), id, ...by })))
    .returning()
  const written = drafts.map(({ id, content }) => ({ listingId: id, rights: content.rights }))
  await writeRights(tx, organizationId, written, now)
  for (const { id, content: after } of drafts) {
    audit({ action: 'listing.create', subjectType: 'listing', subjectId: id, organizationId, after })
  }
  const byId = new Map(stored.map((row) => [row.id, row]))
  return drafts.map(({ id }) => byId.get(id)).filter((row) => row !== undefined)
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
      const [listing] = await storeDrafts(context, unit, member, [prepared])
      if (!listing) throw new Error('The listing was not stored.')
      return viewWorking(unit.tx, listing, { actor: member, now: unit.now })
    }),
  )
}
