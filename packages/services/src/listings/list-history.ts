import { listingVersions } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { wholeContent } from './content.ts'
import { type ContentChange, contentChanges, publicPart } from './content-changes.ts'
import { findListing, isPublic, relationsToListing } from './records.ts'
import { readPublishedContent, readWorkingContent } from './stored-content.ts'

export interface HistoryEntry {
  version: number
  publishedAt: Date
  /** Against the version before; empty for the first. */
  changes: ContentChange[]
}

export interface HistoryInput {
  id: string
  /** Versions older than this one. */
  before?: number | undefined
  limit: number
}

/** What each publication changed, newest first, as everybody may read it. Refuses with `listing.not_found`. */
export const listHistory = async (
  { db, actor }: ServiceContext,
  { id, before, limit }: HistoryInput,
): Promise<{ items: HistoryEntry[]; nextBefore: number | null }> => {
  const listing = await findListing(db, id)
  const relations = relationsToListing(actor, listing)
  authorize(actor, 'listing.read', relations)
  if (!isPublic(listing) && !may(actor, 'listing.read_versions', relations)) {
    throw refuse('not-found', 'listing.not_found')
  }
  // One more than asked for: the oldest shown is compared with the one before it.
  const rows = await db
    .select()
    .from(listingVersions)
    .where(
      and(
        eq(listingVersions.listingId, id),
        before === undefined ? undefined : lt(listingVersions.version, before),
      ),
    )
    .orderBy(desc(listingVersions.version))
    .limit(limit + 1)
  const texts = rows.map((row) => publicPart(wholeContent(row.content)))
  const items = rows.slice(0, limit).map(({ version, publishedAt }, at) => {
    const [now, old] = [texts[at], texts[at + 1]]
    return { version, publishedAt, changes: now && old ? contentChanges(old, now) : [] }
  })
  return { items, nextBefore: rows.length > limit ? (items.at(-1)?.version ?? null) : null }
}

/** The working text against the published one, for its editors and reviewers; empty before the first publication. */
export const readPendingChanges = async (
  { db, actor }: ServiceContext,
  id: string,
): Promise<ContentChange[]> => {
  const listing = await findListing(db, id)
  authorize(actor, 'listing.read_versions', relationsToListing(actor, listing))
  if (listing.version === 0 || !listing.changes) return []
  return contentChanges(await readPublishedContent(db, listing), await readWorkingContent(db, listing))
}
