import { CONSENT_KINDS, codesOf } from '@market/domain/codes'
import {
  LICENCE_OFFER_KINDS,
  LICENCE_OFFER_STATES,
  LICENCE_ORDER_STATES,
  LICENCE_TIERS,
} from '@market/domain/licensing'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { DateText, FenAmount, Id, Instant, OptionalLine, Prose } from '../shared/index.ts'

const kind = z.enum(LICENCE_OFFER_KINDS)
const tier = z.enum(LICENCE_TIERS)
const TierTerms = z.object({ tier, feeFen: FenAmount, termMonths: z.int() })
const KnowHow = z.object({
  trainingDays: z.int(),
  samples: OptionalLine(500),
  drawings: OptionalLine(500),
  /** On top of the licence fee. */
  feeFen: FenAmount,
})
const Consent = z.object({
  rightId: Id,
  kind: z.enum(codesOf(CONSENT_KINDS)),
  party: z.string().max(200),
})

export const PublishLicenceOfferInput = z.object({
  kind,
  fieldOfUse: Prose(500),
  territory: Prose(200),
  conditionsZh: Prose(4000).default(''),
  conditionsEn: Prose(4000).default(''),
  tiers: z.array(TierTerms).max(4),
  knowHow: KnowHow.nullable().default(null),
  /** Number of the evaluation report of a utility model or design. */
  evaluationReport: OptionalLine(200).default(''),
  consents: z
    .array(Consent.extend({ givenOn: DateText, reference: OptionalLine(200) }))
    .max(50)
    .default([]),
})
export type PublishLicenceOfferInput = z.output<typeof PublishLicenceOfferInput>

export const TakeLicenceInput = z.object({
  tier,
  withKnowHow: z.boolean().default(false),
  /** That the organization is what the tier is for. */
  stated: z.boolean().default(false),
})

export const LicenceOrder = z
  .object({
    id: Id,
    contractId: Id,
    tier,
    withKnowHow: z.boolean(),
    feeFen: z.int(),
    state: z.enum(LICENCE_ORDER_STATES),
    /** The last day on which it may be paid. */
    lapsesOn: DateText,
    orderedAt: Instant,
    activatedAt: Instant.nullable(),
  })
  .meta({ id: 'LicenceOrder' })
export type LicenceOrder = z.infer<typeof LicenceOrder>

export const LicenceOffer = z
  .object({
    id: Id,
    kind,
    state: z.enum(LICENCE_OFFER_STATES),
    fieldOfUse: z.string(),
    territory: z.string(),
    conditionsZh: z.string(),
    conditionsEn: z.string(),
    tiers: z.array(TierTerms),
    knowHow: KnowHow.nullable(),
    evaluationReport: z.string(),
    publishedAt: Instant,
    /** The last licence the acting organization took under it. */
    order: LicenceOrder.nullable(),
    mayTake: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'LicenceOffer' })
export type LicenceOffer = z.infer<typeof LicenceOffer>

export const LicenceOfferList = z
  .object({
    items: z.array(LicenceOffer),
    /** What the owner could publish, and what is in the way; empty for everybody else. */
    publishable: z.array(
      z.object({
        kind,
        bars: z.array(
          z.object({
            path: z.string(),
            code: z.string(),
            params: z.record(z.string(), z.unknown()).optional(),
          }),
        ),
        consents: z.array(Consent.extend({ right: z.string() })),
      }),
    ),
  })
  .meta({ id: 'LicenceOfferList' })
export type LicenceOfferList = z.infer<typeof LicenceOfferList>

export const LicenceOrderList = z
  .object({
    items: z.array(
      z.object({
        order: LicenceOrder,
        kind,
        listing: z.object({ id: Id, titleZh: z.string(), titleEn: z.string() }),
        counterparty: OrganizationSummary,
      }),
    ),
  })
  .meta({ id: 'LicenceOrderList' })
export type LicenceOrderList = z.infer<typeof LicenceOrderList>
