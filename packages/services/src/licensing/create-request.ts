import { inUnitOfWork, refusingOn, type Transaction, type UnitOfWork } from '@market/database'
import { listingRights, listings, organizations, requestFiles, requests } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import {
  type Application,
  applicationProblems,
  EMPTY_APPLICATION,
  type RequestTerms,
  requestProblems,
  requireRequestable,
} from '@market/domain/licensing'
import { isPublicState } from '@market/domain/listings'
import { authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import { requireDealFiles } from './deal-files.ts'
import { dropDraft } from './request-drafts.ts'
import { type RequestRow, requestEvent } from './request-records.ts'
import { exclusivityFrom, type Written } from './written-terms.ts'

export type CreateRequestInput = Written<RequestTerms> & {
  listingId: string
  /** Left out by those who only ask. */
  application?: Application | undefined
  /** Files uploaded for a deal by the applicant's organization. */
  fileIds?: readonly string[] | undefined
}

type ListingRow = typeof listings.$inferSelect

const alreadyOpen = () => refuse('conflict', 'request.already_open')

/** Shared: others may request the same listing meanwhile, but it cannot be closed under us. */
const findListing = async (tx: Transaction, id: string): Promise<ListingRow> => {
  const [row] = await tx.select().from(listings).where(eq(listings.id, id)).for('share')
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}

/** A suspended owner can answer nobody, so nobody may ask. */
const requireOwnerVerified = async (tx: Transaction, { organizationId }: ListingRow): Promise<void> => {
  const [owner] = await tx
    .select({ state: organizations.state })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (owner?.state !== 'verified')
    throw refuse('conflict', 'listing.not_requestable', { owner: owner?.state })
}

const isPublic = ({ state }: ListingRow): boolean => isPublicState(state)

/** Seen through the listing: a stranger to a draft learns no more than that there is none. */
const requireRequestAllowed = (actor: MemberActor, listing: ListingRow): void => {
  const standing = { organizationId: listing.organizationId, public: isPublic(listing) }
  authorize(actor, 'request.create', relationsTo(actor, standing))
  requireRequestable(listing.state)
  const { frozenReason, frozenAt } = listing
  if (frozenReason) throw refuse('conflict', 'listing.frozen', { reason: frozenReason, since: frozenAt })
}

export interface PlacedRequest extends CreateRequestInput {
  /** The answer to a need it takes up. */
  needAnswerId?: string
}

/** What a race between two requests ends in. */
export const requestRefusals = { requests_one_open: alreadyOpen, requests_one_per_answer: alreadyOpen }

const rightIdsOf = async (tx: Transaction, listingId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, listingId))
  return rows.map(({ id }) => id)
}

/** Places a request inside another verb's unit of work. Refuses as `createRequest` does. */
export const placeRequest = async (
  context: ServiceContext,
  unit: UnitOfWork,
  actor: MemberActor,
  input: PlacedRequest,
): Promise<RequestRow> => {
  const { listingId, needAnswerId, application, fileIds = [], ...written } = input
  const terms = { ...written, exclusivity: exclusivityFrom(written) }
  const listing = await findListing(unit.tx, listingId)
  requireRequestAllowed(actor, listing)
  await requireOwnerVerified(unit.tx, listing)
  const problems = [
    ...requestProblems(terms, listing.transferModes),
    ...applicationProblems(application ?? EMPTY_APPLICATION, await rightIdsOf(unit.tx, listingId)),
  ]
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  const attached = await requireDealFiles(unit.tx, actor, fileIds)
  const [request] = await unit.tx
    .insert(requests)
    .values({
      ...terms,
      application: application ?? null,
      id: context.ids.next(),
      listingId,
      listingVersion: listing.version,
      needAnswerId: needAnswerId ?? null,
      requesterId: actor.organizationId,
      ownerId: listing.organizationId,
      state: 'submitted',
      createdBy: actor.userId,
      createdAt: unit.now,
      updatedAt: unit.now,
    })
    .returning()
  if (!request) throw new Error('The request was not stored.')
  const { id: requestId } = request
  if (attached.length > 0) {
    await unit.tx
      .insert(requestFiles)
      .values(attached.map((fileId, position) => ({ requestId, fileId, position })))
  }
  await dropDraft(unit.tx, actor.organizationId, listingId)
  unit.audit({
    action: 'request.create',
    subjectType: 'request',
    subjectId: request.id,
    organizationId: actor.organizationId,
    after: request,
  })
  const payload = requestEvent(request, actor.organizationId)
  unit.emit({ type: 'request.submitted', subjectId: request.id, payload })
  return request
}

/**
 * A company applies for one way of using a listing; its draft of the application is gone then. Refuses with `listing.not_requestable`, `listing.frozen`, `request.invalid`
 * (mode not offered, scope incomplete) and `request.already_open`.
 */
export const createRequest = async (
  context: ServiceContext,
  input: CreateRequestInput,
): Promise<RequestRow> => {
  const actor = requireMember(context)
  return refusingOn(requestRefusals, () =>
    inUnitOfWork(context, (unit) => placeRequest(context, unit, actor, input)),
  )
}
