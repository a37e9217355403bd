import {
  contracts,
  listingRights,
  listings,
  needFeedback,
  needs,
  organizations,
  rights,
} from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import {
  type Judgement,
  learnFrom,
  type MatchedListing,
  type MatchedNeed,
  type Rarity,
} from '@market/domain/demands'
import { isRequestable } from '@market/domain/listings'
import { matchTerms, subjectTerms } from '@market/search/match-terms'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { OrganizationRecord } from '../organizations/index.ts'
import type { NeedRow, Reader } from './records.ts'

type ListingRow = typeof listings.$inferSelect

export interface ListingFacts {
  listing: ListingRow
  organization: OrganizationRecord
  facts: MatchedListing
}

/** A need as it is matched; nothing of one never published. */
export const needFacts = (need: NeedRow): MatchedNeed | null => {
  const { id, published, terms } = need
  return published && { ...published, id, terms: subjectTerms(terms) }
}

const endedRights = async (db: Reader, ids: string[], today: CalendarDate): Promise<Set<string>> => {
  const ended = sql`(${rights.legalStatus} in ('lapsed', 'invalidated') or coalesce(${rights.expiresOn} < ${today}, false))`
  const rows = await db
    .select({ id: listingRights.listingId })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(inArray(listingRights.listingId, ids))
    .groupBy(listingRights.listingId)
    .having(sql`bool_and(${ended})`)
  return new Set(rows.map(({ id }) => id))
}

const exclusiveGrants = async (db: Reader, ids: string[], today: CalendarDate) => {
  const rows = await db
    .select({ id: contracts.listingId, endsOn: contracts.endsOn })
    .from(contracts)
    .where(
      and(
        inArray(contracts.listingId, ids),
        inArray(contracts.state, ['signed', 'in_force']),
        sql`${contracts.terms} ->> 'exclusivity' in ('exclusive', 'sole')`,
        sql`coalesce(${contracts.endsOn} >= ${today}, true)`,
      ),
    )
  return new Map(rows.map(({ id, endsOn }) => [id, endsOn ?? '']))
}

const textsOf = (listing: ListingRow): string[] => [
  listing.titleZh,
  listing.titleEn,
  listing.summaryZh,
  listing.summaryEn,
  listing.problemZh,
  listing.problemEn,
  listing.advantageZh,
  listing.advantageEn,
  listing.applicationsZh,
  listing.applicationsEn,
]

/** Listings with all that is judged in a match; those of unverified owners left out. */
export const readListingFacts = async (
  db: Reader,
  ids: string[],
  today: CalendarDate,
): Promise<ListingFacts[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ listing: listings, organization: organizations })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(and(inArray(listings.id, ids), eq(organizations.state, 'verified')))
  const [ended, grants] = await Promise.all([endedRights(db, ids, today), exclusiveGrants(db, ids, today)])
  return rows.map(({ listing, organization }) => ({
    listing,
    organization,
    facts: {
      ...listing,
      terms: subjectTerms(matchTerms(textsOf(listing))),
      available: isRequestable(listing.state),
      rightsLapsed: ended.has(listing.id),
      exclusiveUntil: grants.get(listing.id) ?? null,
    },
  }))
}

/** How rare words are among the published listings; words nobody uses count as the rarest. */
export const readRarity = async (db: Reader, terms: readonly string[]): Promise<Rarity> => {
  if (terms.length === 0) return () => 1
  const rows = await db.execute<{ term: string; found: number; total: number }>(sql`
    select t.term, g.document_count as total, coalesce(w.holding, 0) as found
    from search_generations g cross join unnest(${sql.param([...terms])}::text[]) t(term)
    left join search_words w on w.generation = g.id and w.word = t.term
    where g.state = 'current'`)
  const byTerm = new Map(
    [...rows].map(({ term, found, total }) => [
      term,
      Math.log((total + 2) / (found + 1)) / Math.log(total + 2),
    ]),
  )
  return (term) => Math.max(0, Math.min(1, byTerm.get(term) ?? 1))
}

/** The words that a need and any of these listings share: the only ones whose rarity is asked. */
export const sharedTerms = (
  needTerms: ReadonlySet<string>,
  others: readonly { terms: ReadonlySet<string> }[],
) => [...needTerms].filter((term) => others.some(({ terms }) => terms.has(term)))

interface JudgedRow extends Omit<Judgement, 'fits'> {
  /** Whose matches were judged. */
  id: string
  fits: 0 | 1
}

/** What was judged of each, and what that has taught; nothing of those never judged. */
const learntById = (rows: readonly JudgedRow[]) => {
  const byId = Map.groupBy(rows, ({ id }) => id)
  return (wanted: string) => {
    const judgements = (byId.get(wanted) ?? []).map(
      ({ otherId, fits, reason, technicalField }): Judgement => ({
        otherId,
        fits: fits === 1,
        reason,
        technicalField,
      }),
    )
    return { judgements, learnt: learnFrom(judgements) }
  }
}

/** The judgements of their posters on the matches of needs, by need. */
export const learntForNeeds = async (db: Reader, needIds: readonly string[]) =>
  learntById(
    await db
      .select({
        id: needFeedback.needId,
        otherId: needFeedback.listingId,
        fits: needFeedback.fits,
        reason: needFeedback.reason,
        technicalField: listings.technicalField,
      })
      .from(needFeedback)
      .innerJoin(listings, eq(listings.id, needFeedback.listingId))
      .where(and(inArray(needFeedback.needId, [...needIds]), eq(needFeedback.side, 'poster'))),
  )

/** The judgements of their owners on the matches of listings, by listing. */
export const learntForListings = async (db: Reader, listingIds: readonly string[]) =>
  learntById(
    await db
      .select({
        id: needFeedback.listingId,
        otherId: needFeedback.needId,
        fits: needFeedback.fits,
        reason: needFeedback.reason,
        technicalField: needs.technicalField,
      })
      .from(needFeedback)
      .innerJoin(needs, eq(needs.id, needFeedback.needId))
      .where(and(inArray(needFeedback.listingId, [...listingIds]), eq(needFeedback.side, 'owner'))),
  )
