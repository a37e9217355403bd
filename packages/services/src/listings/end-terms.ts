import { inUnitOfWork, type WorkContext } from '@market/database'
import { listingReminders, listings } from '@market/database/schema'
import { addDays, isRefusal, refuse, shanghaiDateOf } from '@market/domain'
import { LISTING_TERM, warningDue } from '@market/domain/listings'
import { and, asc, gte, inArray, lt, lte } from 'drizzle-orm'
import type { ListingRow } from './records.ts'
import { holdListing, stepListing } from './step-listing.ts'

const LIVE = inArray(listings.state, ['published', 'under_negotiation'])

const isLive = ({ state }: ListingRow): boolean => state === 'published' || state === 'under_negotiation'

/** Somebody was faster, or renewed it: there is nothing to write, not even to the trail. */
const nothingDue = () => refuse('conflict', 'listing.nothing_due')

/** One listing, if its term is still over now that it is held. */
const expire = (context: WorkContext, id: string): Promise<void> =>
  inUnitOfWork(context, async (unit) => {
    const listing = await holdListing(unit, id)
    const today = shanghaiDateOf(unit.now)
    if (!isLive(listing) || listing.expiresOn === null || listing.expiresOn >= today) throw nothingDue()
    await stepListing(unit, listing, { command: 'expire', event: 'listing.expired', closes: true })
  })

/** Tells of one coming end, once per end and warning. */
const warn = (context: WorkContext, { id }: ListingRow): Promise<void> =>
  inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const listing = await holdListing(unit, id)
    const { expiresOn, organizationId } = listing
    if (!isLive(listing) || expiresOn === null) throw nothingDue()
    const daysBefore = warningDue(expiresOn, shanghaiDateOf(now))
    if (daysBefore === null) throw nothingDue()
    const [first] = await tx
      .insert(listingReminders)
      .values({ listingId: id, expiresOn, daysBefore, remindedAt: now })
      .onConflictDoNothing()
      .returning()
    if (!first) throw nothingDue()
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

const countDone = async (work: readonly (() => Promise<void>)[]): Promise<number> => {
  let done = 0
  for (const step of work) {
    try {
      await step()
      done += 1
    } catch (error) {
      if (!isRefusal(error) || error.code !== 'listing.nothing_due') throw error
    }
  }
  return done
}

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
  const expired = await countDone(
    over.map(
      ({ id }) =>
        () =>
          expire(context, id),
    ),
  )
  const horizon = addDays(today, Math.max(...LISTING_TERM.warnDaysBefore))
  const ending = await context.db
    .select()
    .from(listings)
    .where(and(LIVE, gte(listings.expiresOn, today), lte(listings.expiresOn, horizon)))
    .orderBy(asc(listings.expiresOn), asc(listings.id))
  const warned = await countDone(ending.map((listing) => () => warn(context, listing)))
  return { expired, warned }
}
