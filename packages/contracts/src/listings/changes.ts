import { codesOf, LISTING_KINDS, PLAN_INDUSTRIES, RIGHT_ENDINGS, TRANSFER_MODES } from '@market/domain/codes'
import { z } from 'zod'
import { Id, Instant, LocaleCode } from '../shared/index.ts'

const Segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

/** One part of a listing that differs between two texts; texts word by word. */
export const ContentChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), field: z.string(), segments: z.array(Segment) }),
    z.object({
      kind: z.literal('value'),
      field: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
    z.object({
      kind: z.literal('rows'),
      field: z.enum(['rights', 'attachments', 'comparison']),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      changed: z.array(z.string()),
    }),
  ])
  .meta({ id: 'ContentChange' })
export type ContentChange = z.infer<typeof ContentChange>
export const ContentChangeList = z.object({ items: z.array(ContentChange) })

export const HistoryQuery = z.object({
  /** Versions older than this one. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const ListingHistory = z.object({
  items: z.array(z.object({ version: z.int(), publishedAt: Instant, changes: z.array(ContentChange) })),
  nextBefore: z.int().nullable(),
})
export type ListingHistory = z.infer<typeof ListingHistory>

/** What feeds say of a listing: enough to show and to link. */
export const FeedListing = z
  .object({
    id: Id,
    url: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    summaryZh: z.string(),
    summaryEn: z.string(),
    kind: z.string(),
    state: z.string(),
    /** Why it takes no requests for now; null while it takes them. */
    frozenReason: z.enum(codesOf(RIGHT_ENDINGS)).nullable(),
    version: z.int(),
    organization: z.object({ id: Id, nameZh: z.string(), nameEn: z.string() }),
    planIndustry: z.string().nullable(),
    maturityLevel: z.int().nullable(),
    transferModes: z.array(z.string()),
    priceMode: z.string().nullable(),
    priceFen: z.int().nullable(),
    priceMaxFen: z.int().nullable(),
    regionCode: z.string(),
    publishedAt: Instant.nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'FeedListing' })
export type FeedListing = z.infer<typeof FeedListing>

export const ChangeFeedQuery = z.object({
  /** The cursor of the last answer; left out to begin. */
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  organizationId: Id.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const ChangeFeed = z
  .object({
    items: z.array(
      z.object({
        position: z.int(),
        kind: z.enum(['published', 'changed', 'withdrawn', 'expired']),
        listingId: Id,
        version: z.int(),
        occurredAt: Instant,
        /** As it is now; null when it is no longer public, whatever this entry says. */
        listing: FeedListing.nullable(),
      }),
    ),
    /** For the next `since`, also when nothing has happened. */
    cursor: z.int(),
    /** Ask again at once. */
    more: z.boolean(),
  })
  .meta({
    id: 'ChangeFeed',
    examples: [
      {
        items: [
          {
            position: 42,
            kind: 'withdrawn',
            listingId: '0198c5a1-7d34-7000-8000-000000000001',
            version: 2,
            occurredAt: '2026-03-02T02:00:00.000Z',
            listing: null,
          },
        ],
        cursor: 42,
        more: false,
      },
    ],
  })

/** A feed is for one filter, one search, one organization or all. */
export const FeedQuery = z.object({
  q: z.string().trim().min(1).max(200).optional(),
  organizationId: Id.optional(),
  kind: z.enum(codesOf(LISTING_KINDS)).optional(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).optional(),
  transferMode: z.enum(codesOf(TRANSFER_MODES)).optional(),
  lang: LocaleCode.default('zh-CN'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
/** Text of the feed's own format. */
export const FeedText = z.unknown().meta({ type: 'string' })
