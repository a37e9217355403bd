import type { WorkContext } from '@market/database'
import { listingReminders, listings } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { LISTING_TERM, warningDue } from '@market/domain/listings'
import { and, asc, gte, inArray, lt, lte } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import type { ListingRow } from './records.ts'
import { holdListing, stepListing } from './step-listing.ts'

const LIVE = inArray(listings.state, ['published', 'under_negotiation'])

const isLive = ({ state }: ListingRow): boolean => state === 'published' || state === 'under_negotiation'

/** One listing, if its term is still over now that it is held. */
const expire = (context: WorkContext, id: string): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const listing = await holdListing(unit, id)
    const today = shanghaiDateOf(unit.now)
    if (!isLive(listing) || listing.expiresOn === null || listing.expiresOn >= today) throw alreadyDone()
    await stepListing(unit, listing, { command: 'expire', event: 'listing.expired', closes: true })
  })

/** Tells of one coming end, once per end and warning. */
const warn = (context: WorkContext, { id }: ListingRow): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const { tx, now } = unit
    const listing = await holdListing(unit, id)
    const { expiresOn, organizationId } = listing
    if (!isLive(listing) || expiresOn === null) throw alreadyDone()
    const daysBefore = warningDue(expiresOn, shanghaiDateOf(now))
    if (daysBefore === null) throw alreadyDone()
    const [first] = await tx
      .insert(listingReminders)
      .values({ listingId: id, expiresOn, daysBefore, remindedAt: now })
      .onConflictDoNothing()
      .returning()
    if (!first) throw alreadyDone()
    const facts = { expiresOn, daysBefore }
    unit.audit({
      action: 'listing.warn',
      subjectType: 'listing',
      subjectId: id,
      organizationId,
      after: facts,
    })
    unit.emit({ type: 'listing.expiring', subjectId: id, payload: facts })
  })

/**
 * Ends the listings whose term is over and warns the owners of those whose end is near; each in a transaction of its
 * own, so that a night that is cut short is simply continued. Returns how many it ended and warned of.
 */
export const endTerms = async (context: WorkContext): Promise<{ expired: number; warned: number }> => {
  const today = shanghaiDateOf(context.clock.now())
  const over = await context.db
    .select({ id: listings.id })
    .from(listings)
    .where(and(LIVE, lt(listings.expiresOn, today)))
    .orderBy(asc(listings.expiresOn), asc(listings.id))
  let expired = 0
  for (const { id } of over) if (await expire(context, id)) expired += 1
  const horizon = addDays(today, Math.max(...LISTING_TERM.warnDaysBefore))
  const ending = await context.db
    .select()
    .from(listings)
    .where(and(LIVE, gte(listings.expiresOn, today), lte(listings.expiresOn, horizon)))
    .orderBy(asc(listings.expiresOn), asc(listings.id))
  let warned = 0
  for (const listing of ending) if (await warn(context, listing)) warned += 1
  return { expired, warned }
}
