import { listings, needAlerts, needs, organizations } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import type { Judgement, Match } from '@market/domain/demands'
import { OPEN_NEED_STATES, relationsToNeed, SHOWN_FROM, scoreMatch } from '@market/domain/demands'
import { REQUESTABLE_LISTING_STATES } from '@market/domain/listings'
import { authorize, relationsTo } from '@market/domain/policy'
import type { SearchEngine } from '@market/search'
import { and, arrayOverlaps, desc, eq, inArray, ne, or, type SQL } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import type { NeedContent } from './content.ts'
import {
  type ListingFacts,
  learntForListings,
  learntForNeeds,
  needFacts,
  readListingFacts,
  readRarity,
  sharedTerms,
} from './match-facts.ts'
import { findNeed, type NeedRow, type Reader, visibleTo } from './records.ts'

export interface MatchContext extends ServiceContext {
  search: SearchEngine
}

export interface ListingMatch extends Omit<ListingFacts, 'facts'> {
  match: Match
  judgement: Judgement | null
}

export interface NeedMatch {
  need: NeedRow
  content: NeedContent
  /** The listing that answers it. */
  listing: ListingFacts['listing']
  match: Match
  judgement: Judgement | null
}

const CANDIDATES = 60
const SHOWN = 20
const QUERY_LENGTH = 120

/** Listings worth scoring: what the search finds for the need's title and goal, in both languages. */
const findCandidates = async (search: SearchEngine, content: NeedContent): Promise<string[]> => {
  const queries = [
    { text: content.titleZh, locale: 'zh-CN' as const },
    { text: content.titleEn, locale: 'en' as const },
    { text: content.goalZh.slice(0, QUERY_LENGTH), locale: 'zh-CN' as const },
  ].filter(({ text }) => text.trim() !== '')
  const results = await Promise.all(
    queries.map((query) =>
      search.search({ ...query, filters: {}, sort: 'relevance', limit: CANDIDATES, facets: [] }),
    ),
  )
  return [...new Set(results.flatMap(({ hits }) => hits.map(({ id }) => id)))]
}

/** The listings that answer a published need best, set-aside ones last. */
export const rankListings = async (
  { db, search, today }: { db: Reader; search: SearchEngine; today: string },
  need: NeedRow,
): Promise<ListingMatch[]> => {
  const wanted = needFacts(need)
  if (!wanted || !need.published) return []
  const { judgements, learnt } = (await learntForNeeds(db, [need.id]))(need.id)
  const judged = judgements.map(({ otherId }) => otherId)
  const found = await findCandidates(search, need.published)
  const candidates = await readListingFacts(db, [...new Set([...found, ...judged])], today)
  const others = candidates.filter(({ listing }) => listing.organizationId !== need.organizationId)
  const rarity = await readRarity(
    db,
    sharedTerms(
      wanted.terms,
      others.map(({ facts }) => facts),
    ),
  )
  return others
    .map(({ facts, ...rest }) => ({
      ...rest,
      match: scoreMatch(wanted, facts, { rarity, learnt, ranked: 'listing' }),
      judgement: judgements.find(({ otherId }) => otherId === rest.listing.id) ?? null,
    }))
    .filter(({ match, judgement }) => judgement !== null || match.score >= SHOWN_FROM)
    .sort((a, b) => b.match.score - a.match.score)
}

/** For its poster: the listings that answer a need best, with reasons. Refuses with `need.not_found`. */
export const matchListings = async (context: MatchContext, needId: string): Promise<ListingMatch[]> => {
  const actor = requireMember(context)
  const need = await findNeed(context.db, needId)
  authorize(actor, 'need.read_matches', relationsToNeed(actor, need))
  const today = shanghaiDateOf(context.clock.now())
  return (await rankListings({ ...context, today }, need)).slice(0, SHOWN)
}

const READ_NEEDS = 200

/** For its owner: the open needs a listing answers best, with reasons. Refuses with `listing.not_found`. */
export const matchNeeds = async (context: ServiceContext, listingId: string): Promise<NeedMatch[]> => {
  const { db } = context
  const actor = requireMember(context)
  const [own] = await readListingFacts(db, [listingId], shanghaiDateOf(context.clock.now()))
  if (own?.listing.organizationId !== actor.organizationId) throw refuse('not-found', 'listing.not_found')
  authorize(actor, 'need.read_matches', relationsTo(actor, { organizationId: own.listing.organizationId }))
  return rankNeeds(db, [own], await readOpenNeeds(context, actor, alike(own)))
}

/** Needs that share a word or the technical field with a listing. */
export const alike = ({ listing: { technicalField }, facts }: ListingFacts): SQL | undefined =>
  or(
    facts.terms.size === 0 ? undefined : arrayOverlaps(needs.terms, [...facts.terms]),
    technicalField === null ? undefined : eq(needs.technicalField, technicalField),
  )

/** Open needs of other organizations than one, the newest first. */
export const openNeedsOfOthers = async (
  db: Reader,
  organizationId: string,
  ...conditions: (SQL | undefined)[]
): Promise<NeedRow[]> => {
  const rows = await db
    .select({ need: needs })
    .from(needs)
    .innerJoin(organizations, eq(organizations.id, needs.organizationId))
    .where(
      and(
        inArray(needs.state, OPEN_NEED_STATES),
        ne(needs.organizationId, organizationId),
        eq(organizations.state, 'verified'),
        ...conditions,
      ),
    )
    .orderBy(desc(needs.publishedAt), desc(needs.id))
    .limit(READ_NEEDS)
  return rows.map(({ need }) => need)
}

/** Those among them that the reader may see. */
const readOpenNeeds = ({ db }: ServiceContext, actor: MemberActor, condition: SQL | undefined) =>
  openNeedsOfOthers(db, actor.organizationId, visibleTo(actor), condition)

/** The needs that any of the listings answers, each with the one that does so best. */
const rankNeeds = async (
  db: Reader,
  owned: readonly ListingFacts[],
  found: readonly NeedRow[],
): Promise<NeedMatch[]> => {
  const learntOf = await learntForListings(
    db,
    owned.map(({ listing }) => listing.id),
  )
  const open = found.flatMap((need) => {
    const facts = needFacts(need)
    return facts && need.published ? [{ need, content: need.published, facts }] : []
  })
  const wanted = open.map(({ facts }) => facts)
  const shared = owned.flatMap(({ facts }) => sharedTerms(facts.terms, wanted))
  const rarity = await readRarity(db, [...new Set(shared)])
  const best = new Map<string, NeedMatch>()
  for (const own of owned) {
    const { judgements, learnt } = learntOf(own.listing.id)
    for (const { need, content, facts } of open) {
      const match = scoreMatch(facts, own.facts, { rarity, learnt, ranked: 'need' })
      const judgement = judgements.find(({ otherId }) => otherId === need.id) ?? null
      if (judgement === null && match.score < SHOWN_FROM) continue
      const known = best.get(need.id)
      if (!known || known.match.score < match.score)
        best.set(need.id, { need, content, listing: own.listing, match, judgement })
    }
  }
  return [...best.values()].sort((a, b) => b.match.score - a.match.score).slice(0, SHOWN)
}

/** An owner's listings that are compared in one page: the newest, and those a need was noted for. */
const OWN_LISTINGS = 40

const ownListings = async (db: Reader, organizationId: string): Promise<string[]> => {
  const own = eq(listings.organizationId, organizationId)
  const newest = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(own, inArray(listings.state, REQUESTABLE_LISTING_STATES)))
    .orderBy(desc(listings.publishedAt))
    .limit(OWN_LISTINGS)
  const noted = await db
    .select({ id: needAlerts.listingId })
    .from(needAlerts)
    .where(eq(needAlerts.organizationId, organizationId))
    .orderBy(desc(needAlerts.createdAt))
    .limit(OWN_LISTINGS)
  return [...new Set([...newest, ...noted].map(({ id }) => id))]
}

/** For an owner: the open needs that any of its listings answers, each with the listing that does so best. */
export const listMatchingNeeds = async (context: ServiceContext): Promise<NeedMatch[]> => {
  const { db } = context
  const actor = requireMember(context)
  authorize(actor, 'need.list_matching')
  const ids = await ownListings(db, actor.organizationId)
  const owned = await readListingFacts(db, ids, shanghaiDateOf(context.clock.now()))
  return rankNeeds(db, owned, await readOpenNeeds(context, actor, undefined))
}
