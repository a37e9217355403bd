import { REGISTRATION_STATUSES } from '@market/domain/registration'
import { z } from 'zod'
import { DateText, Id, Instant, Prose } from '../shared/index.ts'
import { RegistrationForm } from './form.ts'

const Fen = z.int().nonnegative().max(900_000_000_000_000)

/** Money received under a registered contract. In a correction the amount may be zero: it never came. */
export const ReceiptInput = z.object({
  receivedOn: DateText,
  amountFen: Fen,
  /** The technical part of it, at most the amount. */
  declaredTechnologyFen: Fen,
  /** Needed in a correction. */
  note: Prose(500).default(''),
  /** A file of one's own organization, uploaded as filing material. */
  fileId: Id.nullable().default(null),
})

/** `reason` is needed where the verified income is not what was declared. */
export const VerifyReceiptInput = z.object({ verifiedTechnologyFen: Fen, reason: Prose(500).default('') })

export const ReceiptAction = z.enum(['receipt.record', 'receipt.correct', 'receipt.verify'])

export const Receipt = z
  .object({
    id: Id,
    receivedOn: DateText,
    amountFen: z.int(),
    declaredTechnologyFen: z.int(),
    note: z.string(),
    fileId: Id.nullable(),
    recordedAt: Instant,
    /** The receipt this one took the place of, and the one that took its own. */
    correctsId: Id.nullable(),
    correctedBy: Id.nullable(),
    verification: z
      .object({ verifiedTechnologyFen: z.int(), reason: z.string(), verifiedAt: Instant })
      .nullable(),
    actions: z.array(ReceiptAction),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>

export const ReceiptList = z
  .object({
    /** Of the current version: verified income stays within it. */
    technologyAmountFen: z.int(),
    verifiedFen: z.int(),
    canRecord: z.boolean(),
    items: z.array(Receipt),
  })
  .meta({ id: 'ReceiptList' })
export type ReceiptList = z.infer<typeof ReceiptList>

export const TaxEvidenceQuery = z.object({ sellerId: Id, year: z.coerce.number().int().min(2000).max(2100) })

const Bilingual = z.object({ zh: z.string(), en: z.string() })

export const TaxEvidence = z
  .object({
    seller: z.object({ id: Id, nameZh: z.string(), nameEn: z.string(), creditCode: z.string() }),
    year: z.int(),
    at: Instant,
    contracts: z.array(
      z.object({
        registrationId: Id,
        number: z.string(),
        title: z.string(),
        status: z.enum(REGISTRATION_STATUSES),
        type: RegistrationForm.shape.type,
        subType: RegistrationForm.shape.subType,
        contractAmountFen: z.int(),
        technologyAmountFen: z.int(),
        /** Verified technical income of the year. */
        verifiedFen: z.int(),
        /** Nothing speaks against counting it into the annual sum; the tax office decides. */
        counted: z.boolean(),
        flags: z.array(
          z.object({
            code: z.enum(['live', 'type', 'term', 'ip_kind', 'related_parties', 'public_funds']),
            state: z.enum(['met', 'not_met', 'to_check']),
            reason: Bilingual,
            basis: Bilingual,
            verified: z.boolean(),
          }),
        ),
      }),
    ),
    /** By the day received; `cumulativeFen` is the annual sum up to it, null where it does not count. */
    receipts: z.array(
      z.object({
        registrationId: Id,
        receivedOn: DateText,
        amountFen: z.int(),
        verifiedFen: z.int(),
        cumulativeFen: z.int().nullable(),
      }),
    ),
    verifiedFen: z.int(),
    countedFen: z.int(),
    /** Reckoned on the annual sum as if it were income after cost: information, never a decision. */
    relief: z.object({ exemptFen: z.int(), halvedFen: z.int(), reliefFen: z.int(), taxableFen: z.int() }),
    bases: z.array(z.object({ basis: Bilingual, verified: z.boolean() })),
    notice: Bilingual,
    /** The seller was invented for demonstration. */
    sample: z.boolean(),
  })
  .meta({ id: 'TaxEvidence' })
export type TaxEvidence = z.infer<typeof TaxEvidence>
