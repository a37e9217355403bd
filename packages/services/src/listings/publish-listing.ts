import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { listings, listingVersions } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { listingProblems, listingTerm, moveText } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { findOrganization } from '../organizations/index.ts'
import { columnsOf, type ListingContent } from './content.ts'
import { identifyRights, rightRefusals } from './identify-rights.ts'
import { type ListingRow, relationsToListing } from './records.ts'
import { holdListing } from './step-listing.ts'
import { readStoredContent, readWorkingContent, writeStoredLists } from './stored-content.ts'
import { type ListingView, viewWorking } from './view-listing.ts'

export interface PublishListingInput {
  id: string
  /** The revision the reviewer read; left out, the present one is published. */
  revision?: number | undefined
}

/** A right may have run out, or the owner been suspended, while the listing waited for its reviewer. */
const assertPublishable = async ({ tx, now }: UnitOfWork, listing: ListingRow, content: ListingContent) => {
  const problems = listingProblems(content, shanghaiDateOf(now))
  if (problems.length > 0) throw refuseFields('listing.not_ready', problems)
  const { state } = await findOrganization(tx, listing.organizationId)
  if (state !== 'verified') throw refuse('precondition', 'organization.not_verified', { state })
}

/** Brings reviewed changes into the listing's own tables; a first publication has its text there already. */
const settleChanges = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  listing: ListingRow,
): Promise<ListingContent> => {
  if (!listing.changes) return readStoredContent(tx, listing)
  const { changes } = listing
  const options = { ids: context.ids, keepPublished: false }
  const rights = await identifyRights(tx, listing, changes.rights, options)
  const content = { ...changes, rights }
  await writeStoredLists(tx, listing, content, now)
  return content
}

const THAWED = { frozenAt: null, frozenReason: null, frozenRightId: null }

/** A listing that no longer offers the right it was frozen for is on offer again. */
const thaws = ({ frozenRightId }: ListingRow, { rights }: ListingContent): boolean =>
  frozenRightId !== null && !rights.some(({ id }) => id === frozenRightId)

/**
 * Shows the reviewed text to everybody and keeps it as the next version. Refuses with `listing.wrong_state`,
 * `listing.not_ready`, `listing.changed_meanwhile` or `organization.not_verified`.
 */
export const publishListing = (context: ServiceContext, input: PublishListingInput): Promise<ListingView> => {
  const actor = requireActor(context)
  const { id } = input
  return refusingOn(rightRefusals, () =>
    inUnitOfWork(context, async (unit) => {
      const { tx, now } = unit
      const before = await holdListing(unit, id)
      authorize(actor, 'listing.publish', relationsToListing(actor, before))
      const next = moveText(before, 'publish')
      const { organizationId, state, revision, changesState } = before
      if (input.revision !== undefined && input.revision !== revision) {
        throw refuse('conflict', 'listing.changed_meanwhile', { revision })
      }
      await assertPublishable(unit, before, await readWorkingContent(tx, before))
      const content = await settleChanges(context, unit, before)
      const version = before.version + 1
      const [after] = await tx
        .update(listings)
        .set({
          ...columnsOf(content),
          ...next,
          version,
          changes: null,
          ...(thaws(before, content) ? THAWED : {}),
          reviewerId: null,
          ...(version === 1 ? { expiresOn: listingTerm(shanghaiDateOf(now), content.rights).expiresOn } : {}),
          reviewReasons: null,
          publishedAt: before.publishedAt ?? now,
          updatedAt: now,
        })
        .where(and(eq(listings.id, id), eq(listings.state, state), eq(listings.revision, revision)))
        .returning()
      if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
      await tx
        .insert(listingVersions)
        .values({ listingId: id, version, content, publishedAt: now, publishedBy: actor.userId })
      unit.audit({
        action: 'listing.publish',
        subjectType: 'listing',
        subjectId: id,
        organizationId,
        before: { state, changesState, version: before.version },
        after: { ...next, version },
      })
      const type = version === 1 ? 'listing.published' : 'listing.changed'
      unit.emit({ type, subjectId: id, payload: { version, reviewed: true } })
      if (thaws(before, content)) {
        unit.emit({ type: 'listing.thawed', subjectId: id, payload: { reason: before.frozenReason } })
      }
      return viewWorking(tx, after, { actor, now })
    }),
  )
}
