import type { WorkContext } from '@market/database'
import { needListingAlerts } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { scoreMatch, TOLD_FROM } from '@market/domain/demands'
import { alreadyDone, unlessDone } from '../index.ts'
import { alike, openNeedsOfOthers } from './find-matches.ts'
import {
  type ListingFacts,
  learntForNeeds,
  needFacts,
  readListingFacts,
  readRarity,
  sharedTerms,
} from './match-facts.ts'
import type { NeedRow, Reader } from './records.ts'

interface Fit {
  need: NeedRow
  score: number
}

/** The needs a listing answers well enough to be told of, with what their posters have judged before. */
const needsAnswered = async (db: Reader, own: ListingFacts): Promise<Fit[]> => {
  const found = await openNeedsOfOthers(db, own.listing.organizationId, alike(own))
  const rarity = await readRarity(
    db,
    sharedTerms(
      own.facts.terms,
      found.flatMap((need) => needFacts(need) ?? []),
    ),
  )
  const learntOf = await learntForNeeds(
    db,
    found.map(({ id }) => id),
  )
  const fits: Fit[] = []
  for (const need of found) {
    const wanted = needFacts(need)
    if (!wanted) continue
    const { learnt } = learntOf(need.id)
    const { score } = scoreMatch(wanted, own.facts, { rarity, learnt, ranked: 'listing' })
    if (score >= TOLD_FROM) fits.push({ need, score })
  }
  return fits
}

/**
 * A listing was published: the posters of open needs it answers are told, of each pair once. Returns how many needs that
 * are.
 */
export const tellPosters = async (context: WorkContext, listingId: string): Promise<number> => {
  const [own] = await readListingFacts(context.db, [listingId], shanghaiDateOf(context.clock.now()))
  if (!own?.facts.available) return 0
  const fits = await needsAnswered(context.db, own)
  if (fits.length === 0) return 0
  let told = 0
  await unlessDone(context, async ({ tx, now, audit, emit }) => {
    const rows = await tx
      .insert(needListingAlerts)
      .values(fits.map(({ need, score }) => ({ needId: need.id, listingId, score, createdAt: now })))
      .onConflictDoNothing()
      .returning({ needId: needListingAlerts.needId })
    if (rows.length === 0) throw alreadyDone()
    for (const { needId } of rows) {
      const organizationId = fits.find(({ need }) => need.id === needId)?.need.organizationId
      if (organizationId === undefined) continue
      const subject = { subjectType: 'need', subjectId: needId, organizationId }
      audit({ action: 'need.tell_poster', ...subject, after: { listingId } })
      emit({ type: 'need.listing_found', subjectId: needId, payload: { listingId } })
    }
    told = rows.length
  })
  return told
}
