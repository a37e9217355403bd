import type { RightLegalStatus } from '../codes/index.ts'
import { addDays, addMonths, type CalendarDate, daysBetween, refuse } from '../index.ts'
import type { ListingState } from './states.ts'

/** How long a listing stays on the market; the market's own rule, not law. */
export const LISTING_TERM = {
  months: 12,
  /** Owners are told this many days before the end, the last time a week before. */
  warnDaysBefore: [30, 7],
  /** Renewal is offered from so many days before the end. */
  renewableDays: 60,
} as const

export interface ListingTerm {
  /** The last day on the market. */
  expiresOn: CalendarDate
  /** What sets the end. */
  because: 'period' | 'rights'
}

interface DatedRight {
  expiresOn: CalendarDate | null
  legalStatus: RightLegalStatus
}

/** The day the last of the rights ends; null while one of them has no end set by law. */
const lastDayOfRights = (rights: readonly DatedRight[]): CalendarDate | null => {
  const ends = rights.map(({ expiresOn }) => expiresOn)
  if (ends.length === 0 || ends.includes(null)) return null
  return (
    ends
      .filter((end) => end !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

/** A listing ends after the market's period, or with the last of its rights when that is sooner. */
export const listingTerm = (from: CalendarDate, rights: readonly DatedRight[]): ListingTerm => {
  const byPeriod = addDays(addMonths(from, LISTING_TERM.months), -1)
  const byRights = lastDayOfRights(rights)
  return byRights !== null && byRights < byPeriod
    ? { expiresOn: byRights, because: 'rights' }
    : { expiresOn: byPeriod, because: 'period' }
}

interface Standing {
  state: ListingState
  expiresOn: CalendarDate | null
}

const RENEWABLE: readonly ListingState[] = ['published', 'under_negotiation', 'expired']

/** Whether a renewal may be offered on this day; the rights may still say no. */
export const isRenewable = ({ state, expiresOn }: Standing, today: CalendarDate): boolean =>
  state === 'expired' ||
  (RENEWABLE.includes(state) &&
    expiresOn !== null &&
    today >= addDays(expiresOn, -LISTING_TERM.renewableDays))

/**
 * The term after a renewal on this day. Refuses with `listing.wrong_state`, `listing.renewal_too_early` (`renewableOn`)
 * or `listing.rights_end_first` when the rights leave nothing to gain.
 */
export const renewalOf = (
  { state, expiresOn }: Standing,
  rights: readonly DatedRight[],
  today: CalendarDate,
): ListingTerm => {
  if (!RENEWABLE.includes(state)) throw refuse('conflict', 'listing.wrong_state', { state, command: 'renew' })
  if (state !== 'expired' && expiresOn !== null) {
    const renewableOn = addDays(expiresOn, -LISTING_TERM.renewableDays)
    if (today < renewableOn) throw refuse('conflict', 'listing.renewal_too_early', { renewableOn, expiresOn })
  }
  const term = listingTerm(today, rights)
  const gains = expiresOn === null || term.expiresOn > expiresOn
  if (!gains || term.expiresOn < today) {
    throw refuse('precondition', 'listing.rights_end_first', { expiresOn: term.expiresOn })
  }
  return term
}

/** The warning that is due on this day: the smallest number of days that has been reached; null before the first. */
export const warningDue = (expiresOn: CalendarDate, today: CalendarDate): number | null => {
  const left = daysBetween(today, expiresOn)
  if (left < 0) return null
  const reached = LISTING_TERM.warnDaysBefore.filter((days) => left <= days)
  return reached.length === 0 ? null : Math.min(...reached)
}
