import { isRefusal } from '@market/domain'
import type { SearchEngine } from './engine.ts'

export interface FallbackOptions {
  /** Told each time the primary could not answer. */
  onFailure?: (error: unknown) => void
}

/**
 * Asks `primary`, and `fallback` when it fails; a refusal is an answer, not a failure. Only searching falls back:
 * what has to be written is written to every engine by whoever keeps them in step.
 */
export const withFallback = (
  primary: SearchEngine,
  fallback: SearchEngine,
  options: FallbackOptions = {},
): SearchEngine => ({
  ...primary,
  search: async (query) => {
    try {
      return await primary.search(query)
    } catch (error) {
      if (isRefusal(error)) throw error
      options.onFailure?.(error)
      return { ...(await fallback.search(query)), fallback: true }
    }
  },
})
