import { needs, organizations } from '@market/database/schema'
import type { NeedState } from '@market/domain/demands'
import { OPEN_NEED_STATES } from '@market/domain/demands'
import { authorize } from '@market/domain/policy'
import { matchTerms } from '@market/search/match-terms'
import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import type { OrganizationRecord } from '../organizations/index.ts'
import type { NeedContent } from './content.ts'
import { type NeedRow, visibleTo } from './records.ts'
import { isInsider } from './view-need.ts'

export interface ListedNeed {
  need: NeedRow
  content: NeedContent
  /** Null where the poster wishes not to be named. */
  organization: OrganizationRecord | null
}

export interface ListNeedsInput {
  state?: NeedState | undefined
  cursor?: string | undefined
  limit: number
}

export const NEED_FACETS = [
  'type',
  'technicalField',
  'planIndustry',
  'regionCode',
  'cooperationModes',
] as const
export type NeedFacet = (typeof NEED_FACETS)[number]
export type NeedFilters = Partial<Record<NeedFacet, readonly string[]>>

export interface SearchNeedsInput extends ListNeedsInput {
  text: string
  filters: NeedFilters
}

interface Order {
  column: AnyPgColumn
  direction: 'newest' | 'oldest'
  at(need: NeedRow): Date | null
}

const behind = ({ column, direction }: Order, cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  const beyond = direction === 'newest' ? lt : gt
  return or(beyond(column, at), and(eq(column, at), beyond(needs.id, id)))
}

const listWhere = async (
  { db, actor }: ServiceContext,
  { cursor, limit }: ListNeedsInput,
  order: Order,
  text: 'working' | 'published',
  where: SQL | undefined,
): Promise<Page<ListedNeed>> => {
  const sorted = order.direction === 'newest' ? desc : asc
  const rows = await db
    .select({ need: needs, organization: organizations })
    .from(needs)
    .innerJoin(organizations, eq(organizations.id, needs.organizationId))
    .where(and(where, isNotNull(order.column), behind(order, cursor)))
    .orderBy(sorted(order.column), sorted(needs.id))
    .limit(limit + 1)
  const listed = rows.map(({ need, organization }) => ({
    need,
    content: text === 'working' ? need.working : (need.published ?? need.working),
    organization: need.visibility !== 'anonymous' || isInsider(actor, need) ? organization : null,
  }))
  return pageOf(listed, limit, ({ need }) => [order.at(need)?.toISOString() ?? '', need.id])
}

/** All needs of the acting organization, the last edited first. */
export const listMyNeeds = async (
  context: ServiceContext,
  input: ListNeedsInput,
): Promise<Page<ListedNeed>> => {
  const member = requireMember(context)
  authorize(member, 'need.list_own')
  const order: Order = { column: needs.updatedAt, direction: 'newest', at: ({ updatedAt }) => updatedAt }
  const own = eq(needs.organizationId, member.organizationId)
  const inState = input.state ? eq(needs.state, input.state) : undefined
  return listWhere(context, input, order, 'working', and(own, inState))
}

/** What waits for the operator's reviewers, the longest waiting first. */
export const listNeedsForReview = async (
  context: ServiceContext,
  input: ListNeedsInput,
): Promise<Page<ListedNeed>> => {
  authorize(context.actor, 'need.list_review')
  const order: Order = {
    column: needs.submittedAt,
    direction: 'oldest',
    at: ({ submittedAt }) => submittedAt,
  }
  const waiting = or(
    eq(needs.state, 'submitted'),
    and(eq(needs.changesState, 'submitted'), inArray(needs.state, OPEN_NEED_STATES)),
  )
  return listWhere(context, input, order, 'working', waiting)
}

const COLUMNS = {
  type: needs.type,
  technicalField: needs.technicalField,
  planIndustry: needs.planIndustry,
  regionCode: needs.regionCode,
} as const

const chosen = (facet: NeedFacet, values: readonly string[] | undefined): SQL | undefined => {
  if (!values || values.length === 0) return undefined
  if (facet === 'cooperationModes')
    return arrayOverlaps(sql`${needs.cooperationModes}`, sql.param([...values], needs.cooperationModes))
  return inArray(sql`${COLUMNS[facet]}`, [...values])
}

const conditions = (context: ServiceContext, { text, filters }: SearchNeedsInput, without?: NeedFacet) => {
  const terms = matchTerms([text])
  return and(
    inArray(needs.state, OPEN_NEED_STATES),
    eq(organizations.state, 'verified'),
    visibleTo(context.actor),
    terms.length > 0 ? arrayContains(needs.terms, terms) : undefined,
    ...NEED_FACETS.filter((facet) => facet !== without).map((facet) => chosen(facet, filters[facet])),
  )
}

export interface FacetValue {
  value: string
  count: number
  chosen: boolean
}

const countFacet = async (context: ServiceContext, input: SearchNeedsInput, facet: NeedFacet) => {
  const value =
    facet === 'cooperationModes'
      ? sql<string>`unnest(${needs.cooperationModes})`
      : sql<string>`${COLUMNS[facet]}`
  const rows = await context.db
    .select({ value: value.as('value'), count: sql<number>`count(*)::int` })
    .from(needs)
    .innerJoin(organizations, eq(organizations.id, needs.organizationId))
    .where(conditions(context, input, facet))
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`)
  const picked = input.filters[facet] ?? []
  const found = rows.flatMap((row): FacetValue[] =>
    row.value === null ? [] : [{ ...row, chosen: picked.includes(row.value) }],
  )
  const missing = picked.filter((one) => !found.some((row) => row.value === one))
  return [...found, ...missing.map((one) => ({ value: one, count: 0, chosen: true }))]
}

export interface NeedSearch extends Page<ListedNeed> {
  facets: Record<NeedFacet, FacetValue[]>
}

/** Open needs the reader may see that hold every word, the newest first, with counts for every facet. */
export const searchNeeds = async (context: ServiceContext, input: SearchNeedsInput): Promise<NeedSearch> => {
  const order: Order = {
    column: needs.publishedAt,
    direction: 'newest',
    at: ({ publishedAt }) => publishedAt,
  }
  const page = await listWhere(context, input, order, 'published', conditions(context, input))
  const counts = await Promise.all(
    NEED_FACETS.map(async (facet) => [facet, await countFacet(context, input, facet)] as const),
  )
  return { ...page, facets: Object.fromEntries(counts) as NeedSearch['facets'] }
}
