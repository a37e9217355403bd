import type { SearchEngine, SearchQuery } from '@market/search'
import { percentile, timeInTurn } from '../measure.ts'

interface Recorded {
  input: Parameters<typeof fetch>[0]
  init: RequestInit | undefined
}

/** Runs a search and gives the HTTP requests it made. */
const record = async (engine: SearchEngine, query: SearchQuery): Promise<Recorded[]> => {
  const recorded: Recorded[] = []
  const real = globalThis.fetch
  globalThis.fetch = (input, init) => {
    recorded.push({ input, init })
    return real(input, init)
  }
  try {
    await engine.search(query)
  } finally {
    globalThis.fetch = real
  }
  return recorded
}

/** The same requests sent bare, one after the other, and their answers read as text. */
const replay = async (requests: readonly Recorded[]): Promise<void> => {
  for (const { input, init } of requests) {
    // The search's own time limit has run out by now.
    const { signal: _over, ...rest } = init ?? {}
    const answer = await fetch(input, rest)
    if (!answer.ok) throw new Error(`Meilisearch answered ${answer.status}.`)
    await answer.text()
  }
}

/** Medians of searching through the engine and of the outside server's own answers to the same requests, in turn. */
export const compareOwnAnswer = async (
  engine: SearchEngine,
  queryAt: (index: number) => SearchQuery,
  runs: number,
): Promise<{ engineMs: number; ownMs: number }> => {
  const requests: Recorded[][] = []
  for (let index = 0; index <= runs; index += 1) requests.push(await record(engine, queryAt(index)))
  const subjects = ['engine', 'own'] as const
  const [through = [], own = []] = await timeInTurn(subjects, runs, (subject, index) =>
    subject === 'engine' ? engine.search(queryAt(index)) : replay(requests[index] ?? []),
  )
  return { engineMs: percentile(through, 0.5), ownMs: percentile(own, 0.5) }
}
