import type { TypedValues } from './read-form.ts'

/** What was typed under a path before the refusal, else what stands there by itself. */
export const typedOr =
  (typed: TypedValues | undefined) =>
  (path: string, fallback = ''): string =>
    typed === undefined ? fallback : (typed[path] ?? '')
