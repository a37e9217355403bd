import { listings, organizations } from '@market/database/schema'
import type { ListingKind, PlanIndustry, TransferMode } from '@market/domain/codes'
import type { ListingState } from '@market/domain/listings'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, arrayContains, asc, desc, eq, gt, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import type { OrganizationRecord } from '../organizations/index.ts'
import { columnsOf, type ListingColumns, wholeContent } from './content.ts'
import { type ListedPicture, readPictures, readReviewers, readScores } from './list-extras.ts'
import type { ListingRow } from './records.ts'

export interface ListListingsInput {
  state?: ListingState | undefined
  /** Of one's own, only those that an ended right keeps from taking requests. */
  frozen?: boolean | undefined
  /** Only of this owner; for the published ones. */
  organizationId?: string | undefined
  /** Of the published ones, only these. */
  kind?: ListingKind | undefined
  planIndustry?: PlanIndustry | undefined
  transferMode?: TransferMode | undefined
  ids?: readonly string[] | undefined
  cursor?: string | undefined
  limit: number
}

export interface ListedListing {
  listing: ListingRow
  /** The working text for its editors and reviewers, the published one for everybody else. */
  columns: ListingColumns
  organization: OrganizationRecord
  /** The first public picture. */
  picture?: ListedPicture | undefined
  /** Completeness of the working text, in the lists of its editors and reviewers. */
  score?: number | undefined
  reviewerName?: string | undefined
}

interface Order {
  column: AnyPgColumn
  direction: 'newest' | 'oldest'
  at(listing: ListingRow): Date | null
}

const behind = ({ column, direction }: Order, cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  const beyond = direction === 'newest' ? lt : gt
  return or(beyond(column, at), and(eq(column, at), beyond(listings.id, id)))
}

const listWhere = async (
  { db }: ServiceContext,
  input: ListListingsInput,
  order: Order,
  where: SQL | undefined,
): Promise<Page<ListedListing>> => {
  const sorted = order.direction === 'newest' ? desc : asc
  const rows = await db
    .select({ listing: listings, organization: organizations })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(and(where, isNotNull(order.column), behind(order, input.cursor)))
    .orderBy(sorted(order.column), sorted(listings.id))
    .limit(input.limit + 1)
  const listed = rows.map((row) => ({
    ...row,
    columns: columnsOf(row.listing.changes ? wholeContent(row.listing.changes) : row.listing),
  }))
  return pageOf(listed, input.limit, ({ listing }) => [order.at(listing)?.toISOString() ?? '', listing.id])
}

const withWorkingFacts = async (
  context: ServiceContext,
  items: ListedListing[],
): Promise<ListedListing[]> => {
  const rows = items.map(({ listing }) => listing)
  const scores = await readScores(context, rows)
  const reviewers = await readReviewers(context, rows)
  return items.map((item) => ({
    ...item,
    score: scores.get(item.listing.id),
    reviewerName: item.listing.reviewerId === null ? undefined : reviewers.get(item.listing.reviewerId),
  }))
}

const publicFilter = ({ organizationId, kind, planIndustry, transferMode, ids }: ListListingsInput) =>
  and(
    organizationId === undefined ? undefined : eq(listings.organizationId, organizationId),
    kind === undefined ? undefined : eq(listings.kind, kind),
    planIndustry === undefined ? undefined : eq(listings.planIndustry, planIndustry),
    transferMode === undefined ? undefined : arrayContains(listings.transferModes, [transferMode]),
    ids === undefined ? undefined : inArray(listings.id, [...ids]),
  )

/** All listings of the acting organization, the last edited first. */
export const listMyListings = async (
  context: ServiceContext,
  input: ListListingsInput,
): Promise<Page<ListedListing>> => {
  const member = requireMember(context)
  authorize(member, 'listing.list_own')
  const order: Order = { column: listings.updatedAt, direction: 'newest', at: (row) => row.updatedAt }
  const own = eq(listings.organizationId, member.organizationId)
  const frozen = and(isNotNull(listings.frozenAt), inArray(listings.state, PUBLIC_LISTING_STATES))
  const page = await listWhere(
    context,
    input,
    order,
    and(own, input.state && eq(listings.state, input.state), input.frozen ? frozen : undefined),
  )
  return { ...page, items: await withWorkingFacts(context, page.items) }
}

/** What waits for the operator's reviewers, new listings and changes to public ones; the longest waiting first. */
export const listReviewQueue = async (
  context: ServiceContext,
  input: ListListingsInput,
): Promise<Page<ListedListing>> => {
  authorize(context.actor, 'listing.list_review')
  const order: Order = { column: listings.submittedAt, direction: 'oldest', at: (row) => row.submittedAt }
  const waiting = or(eq(listings.state, 'submitted'), eq(listings.changesState, 'submitted'))
  const states = inArray(listings.state, ['submitted', 'published', 'under_negotiation'])
  const page = await listWhere(
    context,
    input,
    order,
    and(waiting, states, input.state && eq(listings.state, input.state)),
  )
  return { ...page, items: await withWorkingFacts(context, page.items) }
}

/** What everybody may read, the newest first. */
export const listPublishedListings = async (
  context: ServiceContext,
  input: ListListingsInput,
): Promise<Page<ListedListing>> => {
  const order: Order = { column: listings.publishedAt, direction: 'newest', at: (row) => row.publishedAt }
  const states = PUBLIC_LISTING_STATES.filter((state) => input.state === undefined || state === input.state)
  if (states.length === 0) return { items: [], nextCursor: null }
  if (input.ids?.length === 0) return { items: [], nextCursor: null }
  const page = await listWhere(
    context,
    input,
    order,
    and(inArray(listings.state, states), publicFilter(input)),
  )
  const pictures = await readPictures(
    context,
    page.items.map(({ listing }) => listing.id),
  )
  // Unpublished changes are nobody's business but the owner's.
  return {
    ...page,
    items: page.items.map((item) => ({
      ...item,
      columns: columnsOf(item.listing),
      picture: pictures.get(item.listing.id),
    })),
  }
}
