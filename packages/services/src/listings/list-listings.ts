import { listings, organizations } from '@market/database/schema'
import type { ListingState } from '@market/domain/listings'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { authorize } from '@market/domain/policy'
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import type { OrganizationRecord } from '../organizations/index.ts'
import { columnsOf, type ListingColumns } from './content.ts'
import type { ListingRow } from './records.ts'

export interface ListListingsInput {
  state?: ListingState | undefined
  /** Only of this owner; for the published ones. */
  organizationId?: string | undefined
  cursor?: string | undefined
  limit: number
}

export interface ListedListing {
  listing: ListingRow
  /** The working text for its editors and reviewers, the published one for everybody else. */
  columns: ListingColumns
  organization: OrganizationRecord
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
  const listed = rows.map((row) => ({ ...row, columns: columnsOf(row.listing.changes ?? row.listing) }))
  return pageOf(listed, input.limit, ({ listing }) => [order.at(listing)?.toISOString() ?? '', listing.id])
}

/** All listings of the acting organization, the last edited first. */
export const listMyListings = async (
  context: ServiceContext,
  input: ListListingsInput,
): Promise<Page<ListedListing>> => {
  const member = requireMember(context)
  authorize(member, 'listing.list_own')
  const order: Order = { column: listings.updatedAt, direction: 'newest', at: (row) => row.updatedAt }
  const own = eq(listings.organizationId, member.organizationId)
  return listWhere(context, input, order, and(own, input.state && eq(listings.state, input.state)))
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
  return listWhere(
    context,
    input,
    order,
    and(waiting, states, input.state && eq(listings.state, input.state)),
  )
}

/** What everybody may read, the newest first. */
export const listPublishedListings = async (
  context: ServiceContext,
  input: ListListingsInput,
): Promise<Page<ListedListing>> => {
  const order: Order = { column: listings.publishedAt, direction: 'newest', at: (row) => row.publishedAt }
  const states = PUBLIC_LISTING_STATES.filter((state) => input.state === undefined || state === input.state)
  if (states.length === 0) return { items: [], nextCursor: null }
  const owner = input.organizationId && eq(listings.organizationId, input.organizationId)
  const page = await listWhere(
    context,
    input,
    order,
    and(inArray(listings.state, states), owner || undefined),
  )
  // Unpublished changes are nobody's business but the owner's.
  return { ...page, items: page.items.map((item) => ({ ...item, columns: columnsOf(item.listing) })) }
}
