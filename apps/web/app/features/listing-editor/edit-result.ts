import type { Problem } from '../../lib/api/problem.ts'
import type { ListingValues } from './form-values.ts'

/** What the editor's action answers when the page stays. */
export interface EditResult {
  intent: string
  /** The revision the form stood on. */
  base: number
  /** Revision and instant of what is stored; null when nothing was. */
  saved: { revision: number; at: string } | null
  problem: Problem | undefined
  values: ListingValues | undefined
}

export const isConflict = (result: EditResult | undefined): boolean =>
  result?.problem?.code === 'listing.changed_meanwhile'

/** The revision that stands in our way, as the API names it. */
export const conflictingRevision = (result: EditResult | undefined): number | null => {
  const revision = result?.problem?.details.revision
  return typeof revision === 'number' ? revision : null
}
