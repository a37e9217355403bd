import { CADENCES } from '@market/domain/discovery'
import { LISTING_STATES } from '@market/domain/listings'
import { z } from 'zod'
import { SearchQuery } from '../discovery/index.ts'
import { listingFields } from '../listings/content.ts'
import { DateText, Id, Instant, Line, PageQuery, Prose, pageOf } from '../shared/index.ts'

const cadence = z.enum(CADENCES)

/** What is asked for: the parameters of a search, without how it is shown. */
export const SavedQuery = SearchQuery.omit({ sort: true, cursor: true, limit: true, locale: true })
export type SavedQuery = z.output<typeof SavedQuery>

export const CreateSavedSearchInput = z.object({
  name: Line(100),
  query: SavedQuery,
  cadence: cadence.default('daily'),
  byMail: z.boolean().default(true),
})
export type CreateSavedSearchInput = z.output<typeof CreateSavedSearchInput>

export const EditSavedSearchInput = z.object({
  name: Line(100).optional(),
  cadence: cadence.optional(),
  byMail: z.boolean().optional(),
  /** A paused search finds nothing until it goes on. */
  paused: z.boolean().optional(),
})
export type EditSavedSearchInput = z.output<typeof EditSavedSearchInput>

/** For all of a person's searches at once. */
export const EditSavedSearchesInput = EditSavedSearchInput.pick({ cadence: true, byMail: true })

export const SavedSearch = z
  .object({
    id: Id,
    name: z.string(),
    text: z.string(),
    /** Path of the search page that shows it, the newest first. */
    path: z.string(),
    cadence,
    byMail: z.boolean(),
    paused: z.boolean(),
    foundCount: z.int(),
    lastFoundAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'SavedSearch' })
export type SavedSearch = z.infer<typeof SavedSearch>
export const SavedSearchList = z.object({ items: z.array(SavedSearch) }).meta({ id: 'SavedSearchList' })
export type SavedSearchList = z.infer<typeof SavedSearchList>

/** The sealed link of a mail. */
export const UnsubscribeInput = z.object({ token: z.string().min(1).max(200) })
export const Unsubscription = z
  .object({
    /** Null once the search is gone. */
    search: z.object({ name: z.string(), byMail: z.boolean() }).nullable(),
  })
  .meta({ id: 'Unsubscription' })
export type Unsubscription = z.infer<typeof Unsubscription>

export const FavouriteParams = z.object({ listingId: Id })
export const FavouriteInput = z.object({ note: Prose(1000) })

export const Favourite = z
  .object({
    listing: z.object({
      id: Id,
      kind: listingFields.kind,
      state: z.enum(LISTING_STATES),
      /** A right in it has ended: it takes no requests. */
      frozen: z.boolean(),
      titleZh: z.string(),
      titleEn: z.string(),
      maturityLevel: z.int().nullable(),
      transferModes: listingFields.transferModes,
      priceMode: listingFields.priceMode,
      priceFen: listingFields.priceFen,
      priceMaxFen: listingFields.priceMaxFen,
      owner: z.object({ id: Id, nameZh: z.string(), nameEn: z.string() }),
    }),
    note: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'Favourite' })
export type Favourite = z.infer<typeof Favourite>
export const FavouritePage = pageOf(Favourite).meta({ id: 'FavouritePage' })
export type FavouritePage = z.infer<typeof FavouritePage>
export const FavouriteQuery = PageQuery

export const FavouriteMarksQuery = z.object({
  listing: z.union([Id.transform((one) => [one]), z.array(Id).max(100)]).default([]),
})
/** Those among the listings asked about that the person has kept. */
export const FavouriteMarks = z.object({ listingIds: z.array(Id) }).meta({ id: 'FavouriteMarks' })
export const FavouriteMark = z.object({ listingId: Id, note: z.string() }).meta({ id: 'FavouriteMark' })

const VisitCount = z.object({ on: DateText, organizations: z.int(), visitors: z.int() })

export const VisitFigures = z
  .object({
    /** Visitors of the last seven days; null where they are too few to be told to everybody. */
    lastSevenDays: z.int().nullable(),
    /** For the owner's members alone. */
    own: z.object({ days: z.array(VisitCount), weeks: z.array(VisitCount) }).nullable(),
  })
  .meta({ id: 'VisitFigures' })
export type VisitFigures = z.infer<typeof VisitFigures>

export const MissedTerms = z
  .object({
    /** Fewer visitors in a week are not shown. */
    leastVisitors: z.int(),
    items: z.array(
      z.object({
        term: z.string(),
        weekOn: DateText,
        visitors: z.int(),
        firstOn: DateText,
        lastOn: DateText,
      }),
    ),
  })
  .meta({ id: 'MissedTerms' })
export type MissedTerms = z.infer<typeof MissedTerms>

export const SimilarQuery = z.object({ limit: z.coerce.number().int().min(1).max(12).default(4) })

export const SimilarListings = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        kind: listingFields.kind,
        state: z.enum(LISTING_STATES),
        /** A right in it has ended: it takes no requests. */
        frozen: z.boolean(),
        titleZh: z.string(),
        titleEn: z.string(),
        owner: z.object({ id: Id, nameZh: z.string(), nameEn: z.string() }),
        /** Words both hold, the most telling first. */
        sharedTerms: z.array(z.string()),
        /** IPC subclasses both are in. */
        sharedIpc: z.array(z.string()),
        sameField: z.boolean(),
        sameIndustry: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SimilarListings' })
export type SimilarListings = z.infer<typeof SimilarListings>

export const FIELD_CHARTS = [
  'filedYear',
  'year',
  'ownerId',
  'ipcClass',
  'maturityLevel',
  'transferModes',
  'planIndustry',
  'technicalField',
  'regionCode',
] as const

export const FieldMap = z
  .object({
    /** Results of the search; one may count in several bars of a chart, or in none. */
    total: z.int(),
    charts: z.array(
      z.object({
        name: z.enum(FIELD_CHARTS),
        items: z.array(
          z.object({ value: z.string(), nameZh: z.string(), nameEn: z.string(), count: z.int() }),
        ),
        /** Values beyond those shown, and the results behind them. */
        rest: z.object({ values: z.int(), count: z.int() }),
      }),
    ),
  })
  .meta({ id: 'FieldMap' })
export type FieldMap = z.infer<typeof FieldMap>
