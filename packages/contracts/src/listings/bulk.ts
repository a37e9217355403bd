import { codesOf, PLAN_INDUSTRIES, PRICE_MODES, TRANSFER_MODES } from '@market/domain/codes'
import { z } from 'zod'
import { FenAmount, Id, Instant, Prose } from '../shared/index.ts'

/** One thing done to many listings. */
export const BulkChange = z.discriminatedUnion('command', [
  z.object({ command: z.literal('contact'), contactId: Id.nullable() }),
  z.object({ command: z.literal('region'), regionCode: z.string().trim().min(1).max(20) }),
  z.object({ command: z.literal('industry'), planIndustry: z.enum(codesOf(PLAN_INDUSTRIES)) }),
  z.object({
    command: z.literal('modes'),
    transferModes: z
      .array(z.enum(codesOf(TRANSFER_MODES)))
      .min(1)
      .max(TRANSFER_MODES.length),
  }),
  z.object({
    command: z.literal('price'),
    priceMode: z.enum(codesOf(PRICE_MODES)),
    priceFen: FenAmount.nullable().default(null),
    priceMaxFen: FenAmount.nullable().default(null),
  }),
  z.object({ command: z.literal('submit') }),
  z.object({ command: z.literal('renew') }),
  z.object({ command: z.literal('withdraw'), reason: Prose(500).default('') }),
])
export type BulkChange = z.output<typeof BulkChange>

export const BulkEditInput = z.object({ ids: z.array(Id).min(1).max(100), change: BulkChange })
export type BulkEditInput = z.output<typeof BulkEditInput>

export const BulkOutcome = z.object({
  listingId: Id,
  titleZh: z.string(),
  titleEn: z.string(),
  outcome: z.enum(['done', 'unchanged', 'refused', 'undone']),
  /** Why it was refused, or why it could not be undone. */
  code: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** The changed text of a public listing waits until it is submitted to the reviewers. */
  toReview: z.boolean(),
})
export type BulkOutcome = z.infer<typeof BulkOutcome>

export const BulkPreview = z.object({ items: z.array(BulkOutcome) })

export const BulkEdit = z
  .object({
    id: Id,
    command: z.string(),
    createdAt: Instant,
    undoneAt: Instant.nullable(),
    canBeUndone: z.boolean(),
    items: z.array(BulkOutcome),
  })
  .meta({ id: 'BulkEdit' })
export type BulkEdit = z.infer<typeof BulkEdit>
