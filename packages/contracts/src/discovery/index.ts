import { LOCALES } from '@market/domain'
import {
  codesOf,
  LISTING_KINDS,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { MOST_SEARCHED } from '@market/domain/discovery'
import { LISTING_STATES } from '@market/domain/listings'
import { z } from 'zod'
import { listingFields } from '../listings/content.ts'
import { Id, Instant, LocaleCode } from '../shared/index.ts'

export const SEARCH_SORTS = ['relevance', 'newest', 'price_asc', 'price_desc'] as const
/** Facets by the name of the query parameter that chooses in them. */
export const SEARCH_FACETS = [
  'kind',
  'field',
  'planIndustry',
  'mode',
  'maturity',
  'owner',
  'region',
  'price',
  'ipc',
] as const
export type SearchFacet = (typeof SEARCH_FACETS)[number]
/** Ends of ranges: the asking price in fen, the level of maturity. */
export const SEARCH_BOUNDS = ['priceMin', 'priceMax', 'maturityMin', 'maturityMax'] as const
export type SearchBound = (typeof SEARCH_BOUNDS)[number]
const MOST_VALUES = 20

/** One value, or the parameter repeated: any of them will do. */
const anyOf = <T extends z.ZodType<string, string>>(value: T) =>
  z.union([value.transform((one) => [one]), z.array(value).max(MOST_VALUES)]).default([])

/** Asking price in fen or level of maturity; nothing written is no bound. */
const bound = (most: number) =>
  z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0).max(most)]).optional()

const MOST_FEN = 10 ** 15

/** Bands of the asking price in 万元; `none` where no price is named. */
export const PRICE_BANDS = ['0-5', '5-20', '20-100', '100-500', '500-', 'none'] as const

const Text = z.string().max(MOST_SEARCHED).default('')

export const SearchQuery = z.object({
  /** Words in Chinese or English, "exact phrases", -exclusions and registered numbers in any form. */
  q: Text,
  kind: anyOf(z.enum(codesOf(LISTING_KINDS))),
  field: anyOf(z.enum(codesOf(TECHNICAL_FIELDS))),
  planIndustry: anyOf(z.enum(codesOf(PLAN_INDUSTRIES))),
  mode: anyOf(z.enum(codesOf(TRANSFER_MODES))),
  maturity: anyOf(z.enum(codesOf(MATURITY_LEVELS))),
  owner: anyOf(Id),
  region: anyOf(z.string().regex(/^\d{6}$/, { error: 'region.syntax' })),
  price: anyOf(z.enum(PRICE_BANDS)),
  /** Section, class or subclass of the International Patent Classification: H, H01, H01M. */
  ipc: anyOf(z.string().regex(/^[A-H](\d{2}[A-Z]?)?$/)),
  priceMin: bound(MOST_FEN),
  priceMax: bound(MOST_FEN),
  maturityMin: bound(9),
  maturityMax: bound(9),
  sort: z.enum(SEARCH_SORTS).default('relevance'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** Language of the texts shown; by default that of the request. */
  locale: LocaleCode.optional(),
})
export type SearchQuery = z.output<typeof SearchQuery>

export const SuggestQuery = z.object({
  q: Text,
  limit: z.coerce.number().int().min(1).max(20).default(8),
  locale: LocaleCode.optional(),
})
export type SuggestQuery = z.output<typeof SuggestQuery>

/** Plain text, never markup; `marked` where the query hit it. */
export const Segment = z.object({ text: z.string(), marked: z.boolean() }).meta({ id: 'SearchSegment' })
export type Segment = z.infer<typeof Segment>

export const SearchFragment = z
  .object({
    field: z.enum(['summary', 'problem', 'advantage', 'applications']),
    /** The other language than asked for when the words were found only there. */
    locale: z.enum(LOCALES),
    segments: z.array(Segment),
  })
  .meta({ id: 'SearchFragment' })

export const SearchHit = z
  .object({
    id: Id,
    kind: listingFields.kind,
    state: z.enum(LISTING_STATES),
    /** Takes no requests for now: a right in it has ended. */
    frozen: z.boolean(),
    titleZh: z.string(),
    titleEn: z.string(),
    /** The title in the language asked for. */
    title: z.array(Segment),
    fragments: z.array(SearchFragment),
    owner: z.object({ id: Id, nameZh: z.string(), nameEn: z.string() }),
    technicalField: listingFields.technicalField,
    planIndustry: listingFields.planIndustry,
    transferModes: listingFields.transferModes,
    maturityLevel: z.int().nullable(),
    priceMode: listingFields.priceMode,
    priceFen: listingFields.priceFen,
    priceMaxFen: listingFields.priceMaxFen,
    regionCode: z.string(),
    publishedAt: Instant,
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

export const FacetValue = z
  .object({
    value: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    /** Results it would have, with the filters chosen in the other facets. */
    count: z.int(),
    chosen: z.boolean(),
  })
  .meta({ id: 'SearchFacetValue' })
export type FacetValue = z.infer<typeof FacetValue>

export const SearchPage = z
  .object({
    items: z.array(SearchHit),
    nextCursor: z.string().nullable(),
    total: z.int(),
    /** False where the engine only estimates. */
    totalIsExact: z.boolean(),
    /** Too few listings held every word; after them come some that hold most. */
    relaxed: z.boolean(),
    facets: z.record(z.enum(SEARCH_FACETS), z.array(FacetValue)),
  })
  .meta({ id: 'SearchPage' })
export type SearchPage = z.infer<typeof SearchPage>

export const Suggestions = z
  .object({ items: z.array(z.object({ listingId: Id, title: z.array(Segment) })) })
  .meta({ id: 'SearchSuggestions' })
export type Suggestions = z.infer<typeof Suggestions>

/** Response header of every search: `meilisearch`, `postgres`, or `postgres; fallback`. */
export const SEARCH_ENGINE_HEADER = 'x-search-engine'
