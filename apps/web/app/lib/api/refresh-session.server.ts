/** Result of one refresh: the Set-Cookie lines of the new session, or null when the session has ended. */
export type RefreshResult = readonly string[] | null

interface Entry {
  result: Promise<RefreshResult>
  keptUntil: number
}

// A browser that opened several pages at once still sends the old token for a moment.
const KEEP_MS = 30_000

/**
 * Makes refreshes of one token a single one. A rotated token may be used only once (a second use ends
 * the whole family), while the loaders of a page, and pages opened together, all arrive with the same token.
 */
export function createRefresher(
  refresh: (token: string) => Promise<RefreshResult>,
  now: () => number,
): (token: string) => Promise<RefreshResult> {
  const entries = new Map<string, Entry>()
  return (token) => {
    dropExpired(entries, now())
    const known = entries.get(token)
    if (known) return known.result
    const entry: Entry = { result: refresh(token), keptUntil: Number.POSITIVE_INFINITY }
    entries.set(token, entry)
    entry.result.then(
      () => {
        entry.keptUntil = now() + KEEP_MS
      },
      // The API did not answer: the token was perhaps not used, so the next request may try again.
      () => entries.delete(token),
    )
    return entry.result
  }
}

function dropExpired(entries: Map<string, Entry>, now: number): void {
  for (const [token, entry] of entries) if (entry.keptUntil <= now) entries.delete(token)
}
