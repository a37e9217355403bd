import {
  codesOf,
  LISTING_KINDS,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  PRICE_MODES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { LISTING_LIMITS } from '@market/domain/listings'
import { z } from 'zod'
import { FenAmount, OptionalLine, Prose } from '../shared/index.ts'
import { RightInput } from './rights.ts'

const { texts: most, comparison: mostInRow } = LISTING_LIMITS

/** One aspect of the economic comparison; figures are text, as they are written ('≤ 0.5', '约 12'). */
export const ComparisonRow = z
  .object({
    aspectZh: OptionalLine(mostInRow.aspectZh),
    aspectEn: OptionalLine(mostInRow.aspectEn),
    unit: OptionalLine(mostInRow.unit),
    ours: OptionalLine(mostInRow.ours),
    leading: OptionalLine(mostInRow.leading),
    source: OptionalLine(mostInRow.source),
  })
  .meta({ id: 'ComparisonRow' })
export type ComparisonRow = z.infer<typeof ComparisonRow>

/** What an editor writes. A draft may be as empty as it likes: completeness is asked for when it is submitted. */
export const listingFields = {
  kind: z.enum(codesOf(LISTING_KINDS)),
  titleZh: OptionalLine(most.titleZh),
  titleEn: OptionalLine(most.titleEn),
  summaryZh: Prose(most.summaryZh),
  summaryEn: Prose(most.summaryEn),
  problemZh: Prose(most.problemZh),
  problemEn: Prose(most.problemEn),
  advantageZh: Prose(most.advantageZh),
  advantageEn: Prose(most.advantageEn),
  applicationsZh: Prose(most.applicationsZh),
  applicationsEn: Prose(most.applicationsEn),
  /** What the buyer would use today; the comparison measures against it. */
  leadingSolutionZh: OptionalLine(most.leadingSolutionZh),
  leadingSolutionEn: OptionalLine(most.leadingSolutionEn),
  comparison: z.array(ComparisonRow).max(LISTING_LIMITS.comparisonRows),
  maturityLevel: z.int().min(1).max(MATURITY_LEVELS.length).nullable(),
  maturityEvidenceZh: Prose(most.maturityEvidenceZh),
  maturityEvidenceEn: Prose(most.maturityEvidenceEn),
  technicalField: z.enum(codesOf(TECHNICAL_FIELDS)).nullable(),
  planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)).nullable(),
  transferModes: z.array(z.enum(codesOf(TRANSFER_MODES))).max(TRANSFER_MODES.length),
  priceMode: z.enum(codesOf(PRICE_MODES)).nullable(),
  /** The price, the lower end of a range, or the entry fee, by price mode. */
  priceFen: FenAmount.nullable(),
  /** The upper end where the price mode is a range. */
  priceMaxFen: FenAmount.nullable(),
}

/** Read as they are typed and kept in their plain form; a wrong character is named by its position. */
const typedCodes = {
  ipcSymbols: z.array(z.string().trim().min(1).max(40)).max(20),
  /** GB/T 4754-2017: a division or finer, with or without the section's letter. */
  industryClass: z.string().trim().max(20).nullable(),
  /** GB/T 2260. */
  regionCode: z.string().trim().min(1).max(20),
}

export const ListingInput = z.object({
  ...listingFields,
  ...typedCodes,
  rights: z.array(RightInput).max(20),
})

export const CreateListingInput = ListingInput.partial().required({ kind: true })
export type CreateListingInput = z.output<typeof CreateListingInput>

/** Only the fields that changed; `rights` and the other lists are replaced whole. */
export const EditListingInput = ListingInput.partial().extend({
  /** The revision the editor last read; an older one is refused with 'listing.changed_meanwhile'. */
  revision: z.int().positive(),
})
export type EditListingInput = z.output<typeof EditListingInput>
