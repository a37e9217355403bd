import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { SearchDocument } from '../../document.ts'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { type Respelling, respellingsIn } from '../../query/respell.ts'
import { fold } from '../../text/fold.ts'
import { MARK_END, MARK_START, textOf } from './query.ts'
import { INDEX_SETTINGS } from './settings.ts'

/** Those of the words that no listing holds, nor any that begins with one still being typed. */
const unknownTo = async (
  client: Meilisearch,
  indexUid: string,
  words: readonly string[],
  openWord: string | null,
): Promise<string[]> => {
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, SearchDocument>({
    queries: words.map((word) => ({
      indexUid,
      // In quotation marks the server guesses at nothing; without, what needed no guess stands first.
      q: word === openWord ? word : `"${word}"`,
      matchingStrategy: 'all' as const,
      filter: [],
      facets: [],
      limit: 1,
      attributesToHighlight: INDEX_SETTINGS.searchableAttributes ?? [],
      highlightPreTag: MARK_START,
      highlightPostTag: MARK_END,
    })),
  })
  const isHeld = (word: string, i: number): boolean =>
    fold(JSON.stringify(results[i]?.hits[0]?._formatted ?? '')).includes(MARK_START + word)
  return words.filter((word, i) => !isHeld(word, i))
}

const respell = (parsed: ParsedQuery, respellings: readonly Respelling[]): ParsedQuery => {
  const lastFirst = respellings.toSorted((a, b) => b.word.start - a.word.start)
  const rest = lastFirst.reduce(
    (text, { word, spelling }) => text.slice(0, word.start) + spelling + text.slice(word.end),
    parsed.rest,
  )
  return { ...parsed, rest }
}

const countAll = async (client: Meilisearch, indexUid: string, queries: readonly ParsedQuery[]) => {
  const { results } = await client.multiSearch({
    queries: queries.map((parsed) => ({
      indexUid,
      q: textOf(parsed),
      matchingStrategy: 'all' as const,
      filter: [],
      facets: [],
      limit: 0,
    })),
  })
  return results.map(({ estimatedTotalHits }) => estimatedTotalHits ?? 0)
}

/**
 * The query with misspelt words of the term list spelt rightly, where that finds no less than the server's own guesses:
 * those are words it holds, but their other names it knows only of a word that is spelt rightly.
 */
export const spelledRight = async (
  client: Meilisearch,
  indexUid: string,
  parsed: ParsedQuery,
): Promise<ParsedQuery> => {
  const respellings = respellingsIn(parsed)
  const nearest = [...new Map(respellings.toReversed().map((each) => [each.word.start, each])).values()]
  if (nearest.length === 0) return parsed
  const words = [...new Set(nearest.map(({ word }) => word.text))]
  const unknown = await unknownTo(client, indexUid, words, parsed.openWord)
  const misspelt = nearest.filter(({ word }) => unknown.includes(word.text))
  if (misspelt.length === 0) return parsed
  const respelt = respell(parsed, misspelt)
  const [found = 0, foundRespelt = 0] = await countAll(client, indexUid, [parsed, respelt])
  return foundRespelt >= found ? respelt : parsed
}
