import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { DIMENSIONS } from '../../engine.ts'
import { spellings } from '../../terms/synonyms.ts'
import { STOP_WORDS } from '../../text/stop-words.ts'

/** Texts that are marked where the query hit them. */
export const MARKED_FIELDS = [
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'problemZh',
  'problemEn',
  'advantageZh',
  'advantageEn',
  'applicationsZh',
  'applicationsEn',
] as const

/** The whole configuration of the index; compared on boot, so the server never holds a setting the code does not. */
export const INDEX_SETTINGS: Settings = {
  // In this order: a hit in an earlier field outranks one in a later (the weights of ranking.ts as an order).
  searchableAttributes: [
    'numbers',
    'titleZh',
    'titleEn',
    'summaryZh',
    'summaryEn',
    'applicationsZh',
    'applicationsEn',
    'problemZh',
    'problemEn',
    'advantageZh',
    'advantageEn',
    'ownerNameZh',
    'ownerNameEn',
    'ipcSymbols',
    'titlePinyin',
  ],
  filterableAttributes: [...DIMENSIONS, 'numbers', 'priceFen'],
  synonyms: Object.fromEntries(spellings().map(([term, others]) => [term, [...others]])),
  sortableAttributes: ['publishedAt', 'priceFen'],
  // 'sort' first: who asks for the cheapest wants the cheapest, not the cheapest among the most alike.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
  localizedAttributes: [
    { attributePatterns: ['*Zh'], locales: ['cmn'] },
    { attributePatterns: ['*En'], locales: ['eng'] },
  ],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    // One wrong digit is another patent.
    disableOnAttributes: ['numbers', 'ipcSymbols', 'titlePinyin'],
    disableOnWords: [],
    disableOnNumbers: true,
  },
  stopWords: [...STOP_WORDS],
  // Nobody searches among the values of a facet, and each document written would have them all sorted anew.
  facetSearch: false,
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 10_000 },
}

/** Lists whose order says something; of the others the server keeps its own. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules'])

const unordered = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]))
}

const isSame = (name: string, held: unknown, wanted: unknown): boolean =>
  ORDERED.has(name) ? isDeepStrictEqual(held, wanted) : isDeepStrictEqual(unordered(held), unordered(wanted))

/** The settings that a server holds otherwise. One it is sent unchanged has it work through the whole index all the same. */
export const settingsToSend = (held: Settings): Settings =>
  Object.fromEntries(
    Object.entries(INDEX_SETTINGS).filter(
      ([name, wanted]) => !isSame(name, held[name as keyof Settings], wanted),
    ),
  )
