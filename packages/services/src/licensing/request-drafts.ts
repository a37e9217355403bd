import { inUnitOfWork, refusingOn, type Transaction, type UnitOfWork } from '@market/database'
import { listings, requestDrafts } from '@market/database/schema'
import { type Locale, refuse } from '@market/domain'
import { findRegion, labelOf, REGION_ENTRIES } from '@market/domain/codes'
import { EMPTY_APPLICATION, type RequestDraftContent } from '@market/domain/licensing'
import { isPublicState, PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { findOrganization, type OrganizationRecord } from '../organizations/index.ts'
import { type DealFileRow, filesNamed, requireDealFiles } from './deal-files.ts'
import { listingColumns } from './select-requests.ts'

export type RequestDraftRow = typeof requestDrafts.$inferSelect

export interface RequestDraftRecord {
  listingId: string
  /** 0: nothing is saved yet, and the content is what the organization's own record suggests. */
  revision: number
  content: RequestDraftContent
  files: DealFileRow[]
  updatedAt: Date | null
}

type ListingRow = typeof listings.$inferSelect

const changedMeanwhile = () => refuse('conflict', 'request_draft.changed_meanwhile')

const ofListing = (organizationId: string, listingId: string) =>
  and(eq(requestDrafts.organizationId, organizationId), eq(requestDrafts.listingId, listingId))

/** A listing that may be asked for is public; a draft of somebody else's does not exist. */
const findPublicListing = async (
  { db }: Pick<ServiceContext, 'db'>,
  listingId: string,
): Promise<ListingRow> => {
  const [row] = await db.select().from(listings).where(eq(listings.id, listingId))
  if (!row || !isPublicState(row.state)) {
    throw refuse('not-found', 'listing.not_found')
  }
  return row
}

const provinceOf = (regionCode: string): string => {
  const region = findRegion(regionCode)
  return region?.parent ? provinceOf(region.parent) : regionCode
}

/** What the applicant's own record already says: where it is, and what it does. */
const prefill = (
  organization: OrganizationRecord,
  listing: ListingRow,
  locale: Locale,
): RequestDraftContent => {
  const place = provinceOf(organization.regionCode)
  const { introZh, introEn } = organization
  return {
    transferMode: listing.transferModes[0] ?? null,
    fieldOfUse: '',
    territory: findRegion(place) ? labelOf(REGION_ENTRIES, place, locale) : '',
    termMonths: null,
    offerFen: null,
    message: '',
    application: {
      ...EMPTY_APPLICATION,
      fieldCodes: listing.technicalField ? [listing.technicalField] : [],
      capacity: locale === 'en' ? introEn || introZh : introZh || introEn,
    },
    fileIds: [],
  }
}

/**
 * What the actor's organization has written of its request for a listing; where nothing is saved, what its own record
 * suggests. Refuses with `listing.not_found`.
 */
export const getRequestDraft = async (
  context: ServiceContext,
  listingId: string,
): Promise<RequestDraftRecord> => {
  const actor = requireMember(context)
  const { organizationId } = actor
  authorize(actor, 'request_draft.read', relationsTo(actor, { organizationId }))
  const [row] = await context.db.select().from(requestDrafts).where(ofListing(organizationId, listingId))
  if (row) {
    const { revision, content, updatedAt } = row
    return { listingId, revision, content, files: await filesNamed(context.db, content.fileIds), updatedAt }
  }
  const listing = await findPublicListing(context, listingId)
  const organization = await findOrganization(context.db, organizationId)
  const content = prefill(organization, listing, context.locale)
  return { listingId, revision: 0, content, files: [], updatedAt: null }
}

export interface SaveRequestDraftInput {
  listingId: string
  /** As read; 0 when nothing was saved. */
  revision: number
  content: RequestDraftContent
}

const store = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  actor: MemberActor,
  { listingId, revision, content }: SaveRequestDraftInput,
): Promise<RequestDraftRow> => {
  const { organizationId, userId: createdBy } = actor
  const [row] =
    revision === 0
      ? await tx
          .insert(requestDrafts)
          .values({
            id: context.ids.next(),
            organizationId,
            listingId,
            content,
            revision: 1,
            createdBy,
            createdAt: now,
            updatedAt: now,
          })
          .returning()
      : await tx
          .update(requestDrafts)
          .set({ content, revision: revision + 1, updatedAt: now })
          .where(and(ofListing(organizationId, listingId), eq(requestDrafts.revision, revision)))
          .returning()
  if (!row) throw changedMeanwhile()
  return row
}

/**
 * Keeps an unfinished request, one per organization and listing; nothing in it has to be complete. Refuses with
 * `listing.not_found`, `request.invalid` (files) and `request_draft.changed_meanwhile`.
 */
export const saveRequestDraft = async (
  context: ServiceContext,
  input: SaveRequestDraftInput,
): Promise<RequestDraftRow> => {
  const actor = requireMember(context)
  authorize(actor, 'request_draft.save')
  const listing = await findPublicListing(context, input.listingId)
  if (listing.organizationId === actor.organizationId) throw refuse('conflict', 'request_draft.own_listing')
  return refusingOn({ request_drafts_one: changedMeanwhile }, () =>
    inUnitOfWork(context, async (unit) => {
      const fileIds = await requireDealFiles(unit.tx, actor, input.content.fileIds)
      const row = await store(context, unit, actor, { ...input, content: { ...input.content, fileIds } })
      unit.audit({
        action: 'request_draft.save',
        subjectType: 'request_draft',
        subjectId: row.id,
        organizationId: actor.organizationId,
        after: { listingId: row.listingId, revision: row.revision },
      })
      return row
    }),
  )
}

/** Throws an unfinished request away. Refuses with `request_draft.not_found`. */
export const discardRequestDraft = async (context: ServiceContext, listingId: string): Promise<void> => {
  const actor = requireMember(context)
  const { organizationId } = actor
  authorize(actor, 'request_draft.discard', relationsTo(actor, { organizationId }))
  await inUnitOfWork(context, async (unit) => {
    const gone = await dropDraft(unit.tx, organizationId, listingId)
    if (!gone) throw refuse('not-found', 'request_draft.not_found')
    unit.audit({
      action: 'request_draft.discard',
      subjectType: 'request_draft',
      subjectId: gone.id,
      organizationId,
      before: { listingId, revision: gone.revision },
    })
  })
}

/** Removes the draft a request came from. */
export const dropDraft = async (
  tx: Transaction,
  organizationId: string,
  listingId: string,
): Promise<RequestDraftRow | undefined> => {
  const [gone] = await tx.delete(requestDrafts).where(ofListing(organizationId, listingId)).returning()
  return gone
}

const MAX_LISTED = 50

/** Unfinished requests of the actor's organization on listings still public, the one touched last first. */
export const listRequestDrafts = async (context: ServiceContext) => {
  const actor = requireMember(context)
  authorize(actor, 'request_draft.list')
  return context.db
    .select({ draft: requestDrafts, listing: listingColumns })
    .from(requestDrafts)
    .innerJoin(listings, eq(listings.id, requestDrafts.listingId))
    .where(
      and(
        eq(requestDrafts.organizationId, actor.organizationId),
        inArray(listings.state, PUBLIC_LISTING_STATES),
      ),
    )
    .orderBy(desc(requestDrafts.updatedAt), desc(requestDrafts.id))
    .limit(MAX_LISTED)
}
