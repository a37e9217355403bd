import { type Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch'
import { MOST_CANDIDATES, MOST_TERMS, similarHit, tellingTerms } from '../../alike.ts'
import type { SearchDocument } from '../../document.ts'
import type { SimilarHit, SimilarOptions, TextTerm } from '../../engine.ts'
import { type SourceWord, wordsOfDocument, wordsOfText } from '../../text/key-terms.ts'
import { filterOf } from './query.ts'

/** How many documents hold each word is what a search for it without hits tells. */
const weigh = async (
  client: Meilisearch,
  indexUid: string,
  words: readonly SourceWord[],
  limit: number,
): Promise<TextTerm[]> => {
  const asked = words.slice(0, MOST_CANDIDATES)
  const texts = ['', ...asked.map((word) => `"${word.text}"`)]
  const { results } = await client.multiSearch({
    queries: texts.map((q) => ({
      indexUid,
      q,
      limit: 0,
      filter: [],
      facets: [],
      matchingStrategy: 'all' as const,
    })),
  })
  const [total = 0, ...counts] = results.map((result) => result.estimatedTotalHits ?? 0)
  const holding = new Map(asked.map((word, i) => [word.text, counts[i] ?? 0]))
  return tellingTerms(asked, (word) => holding.get(word) ?? 0, total, limit)
}

interface Source {
  words: SourceWord[]
  ipcSymbols: readonly string[]
  id?: string
}

/** More than shown are looked at: the server orders by its own rules, we by the weight shared. */
const LOOKED_AT = 3

/** Documents that hold any of these words; the server itself finds only what holds all of them, or the rarest. */
const holders = async (
  client: Meilisearch,
  indexUid: string,
  terms: readonly TextTerm[],
  { limit, filters = {} }: SimilarOptions,
): Promise<SearchDocument[]> => {
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, SearchDocument>({
    queries: terms.map((term) => ({
      indexUid,
      q: `"${term.text}"`,
      matchingStrategy: 'all' as const,
      filter: filterOf(filters),
      facets: [],
      limit: limit * LOOKED_AT + 1,
    })),
  })
  return [...new Map(results.flatMap(({ hits }) => hits).map((hit) => [hit.id, hit])).values()]
}

const alike = async (
  client: Meilisearch,
  indexUid: string,
  source: Source,
  options: SimilarOptions,
): Promise<SimilarHit[]> => {
  const weighed = await weigh(client, indexUid, source.words, MOST_TERMS)
  if (weighed.length === 0) return []
  return (await holders(client, indexUid, weighed, options))
    .filter((hit) => hit.id !== source.id)
    .map((hit) => similarHit(hit, weighed, source.ipcSymbols))
    .filter((hit) => hit.sharedTerms.length > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, options.limit)
}

const documentOf = async (
  client: Meilisearch,
  indexUid: string,
  id: string,
): Promise<SearchDocument | null> => {
  try {
    return await client.index(indexUid).getDocument<SearchDocument>(id)
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'document_not_found') return null
    throw error
  }
}

export const similarTo = async (
  client: Meilisearch,
  indexUid: string,
  id: string,
  options: SimilarOptions,
) => {
  const document = await documentOf(client, indexUid, id)
  if (!document) return []
  const { ipcSymbols } = document
  return alike(client, indexUid, { words: wordsOfDocument(document), ipcSymbols, id }, options)
}

export const similarToText = (client: Meilisearch, indexUid: string, text: string, options: SimilarOptions) =>
  alike(client, indexUid, { words: wordsOfText(text), ipcSymbols: [] }, options)

export const extractTerms = (client: Meilisearch, indexUid: string, text: string, limit: number) =>
  weigh(client, indexUid, wordsOfText(text), limit)
