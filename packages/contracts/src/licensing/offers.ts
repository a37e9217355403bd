import { OFFER_STATES } from '@market/domain/licensing'
import { z } from 'zod'
import { DateText, Id, Instant, Prose } from '../shared/index.ts'
import { TermSheet, TermSheetInput } from './term-sheet.ts'

export const MakeOfferInput = z.object({
  terms: TermSheetInput,
  /** Words to the other side, and whatever the terms have no field for. */
  note: Prose(2000).default(''),
  /** The last day on which it may be taken; null: as long as it lies open. */
  answerBy: DateText.nullable().default(null),
})
export type MakeOfferInput = z.output<typeof MakeOfferInput>

export const OfferParams = z.object({ id: Id, offerId: Id })

/** An immutable version of the terms; only `state` moves. */
export const Offer = z
  .object({
    id: Id,
    version: z.int(),
    /** The side that made it. */
    organizationId: Id,
    state: z.enum(OFFER_STATES),
    terms: TermSheet,
    note: z.string(),
    answerBy: DateText.nullable(),
    createdAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Offer' })
export type Offer = z.infer<typeof Offer>
