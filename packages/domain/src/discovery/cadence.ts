import type { CalendarDate } from '../index.ts'
import { weekOf } from './visits.ts'

/** How soon a saved search tells of what it found. */
export const CADENCES = ['instant', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/**
 * Whether a digest is to be sent `today` (Shanghai). `lastOn` is the day of the last one, or the day the search was
 * saved. A weekly one belongs to Monday, or to the first day after it on which anybody was at work.
 */
export const digestDue = (cadence: Cadence, today: CalendarDate, lastOn: CalendarDate): boolean => {
  if (cadence === 'daily') return lastOn < today
  return cadence === 'weekly' && lastOn < weekOf(today)
}
