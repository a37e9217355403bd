import type { Problem } from '../../lib/api/problem.ts'

/** What an editor's action answers when the page stays. */
export interface SaveResult {
  intent: string
  /** The revision the form stood on. */
  base: number
  /** Revision and instant of what is stored; null when nothing was. */
  saved: { revision: number; at: string } | null
  problem: Problem | undefined
}

/** Somebody else has stored another revision meanwhile. */
export const isConflict = (result: SaveResult | undefined): boolean =>
  result?.problem?.code.endsWith('.changed_meanwhile') ?? false

/** Nobody answered; the same may go through a little later. */
export const isAway = (result: SaveResult | undefined): boolean =>
  result?.problem !== undefined && result.problem.status >= 500

/** The revision that stands in our way, as the API names it. */
export const conflictingRevision = (result: SaveResult | undefined): number | null => {
  const revision = result?.problem?.details.revision
  return typeof revision === 'number' ? revision : null
}

/** What is to be announced at the head: saving by itself takes nobody's focus, and a conflict has its own notice. */
export const announcedProblem = (result: SaveResult | undefined): Problem | undefined =>
  result?.intent === 'autosave' || isConflict(result) ? undefined : result?.problem
