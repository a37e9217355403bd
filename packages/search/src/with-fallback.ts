import { type Clock, isRefusal } from '@market/domain'
import type { SearchEngine } from './engine.ts'

export interface FallbackOptions {
  clock: Clock
  /** Told each time the primary could not answer. */
  onFailure?: (error: unknown) => void
  /** After a failure the primary is left alone for this long, so that readers do not all wait for its timeout. */
  restMs?: number
}

const REST_MS = 5000

/**
 * Asks `primary`, and `fallback` when it fails; a refusal is an answer, not a failure. Only searching falls back:
 * what has to be written is written to every engine by whoever keeps them in step.
 */
export const withFallback = (
  primary: SearchEngine,
  fallback: SearchEngine,
  { clock, onFailure, restMs = REST_MS }: FallbackOptions,
): SearchEngine => {
  let restsUntil = 0
  const ask = async <T>(question: (engine: SearchEngine) => Promise<T>, instead: () => Promise<T>) => {
    const now = clock.now().getTime()
    if (now < restsUntil) return instead()
    // After a failure a single search tries the primary again; the rest do not wait for its timeout with it.
    if (restsUntil > 0) restsUntil = now + restMs
    try {
      const result = await question(primary)
      restsUntil = 0
      return result
    } catch (error) {
      if (isRefusal(error)) throw error
      restsUntil = clock.now().getTime() + restMs
      onFailure?.(error)
      return instead()
    }
  }
  const either = <T>(question: (engine: SearchEngine) => Promise<T>) =>
    ask(question, () => question(fallback))
  return {
    ...primary,
    search: (query) =>
      ask(
        (engine) => engine.search(query),
        async () => ({ ...(await fallback.search(query)), fallback: true }),
      ),
    similar: (id, options) => either((engine) => engine.similar(id, options)),
    similarToText: (text, options) => either((engine) => engine.similarToText(text, options)),
    extractTerms: (text, limit) => either((engine) => engine.extractTerms(text, limit)),
    aggregate: (query) => either((engine) => engine.aggregate(query)),
  }
}
