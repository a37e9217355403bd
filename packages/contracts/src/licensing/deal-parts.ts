import { codesOf, LISTING_KINDS } from '@market/domain/codes'
import { LISTING_STATES } from '@market/domain/listings'
import { z } from 'zod'
import { Id, Instant } from '../shared/index.ts'

/** The listing a deal is about, as much as a line in a table shows. */
export const DealListing = z
  .object({
    id: Id,
    kind: z.enum(codesOf(LISTING_KINDS)),
    state: z.enum(LISTING_STATES),
    titleZh: z.string(),
    titleEn: z.string(),
  })
  .meta({ id: 'DealListing' })
export type DealListing = z.infer<typeof DealListing>

/** The need a deal goes back to. */
export const DealNeed = z
  .object({ id: Id, titleZh: z.string(), titleEn: z.string() })
  .meta({ id: 'DealNeed' })
export type DealNeed = z.infer<typeof DealNeed>

/** One thing that happened in a deal, oldest first; `action` is the audit trail's word ('offer.make'). */
export const TimelineEntry = z
  .object({
    at: Instant,
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    /** The organization that did it; null for the platform itself. */
    organizationId: Id.nullable(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>
