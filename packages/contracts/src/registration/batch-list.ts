import { REGISTRATION_STATUSES } from '@market/domain/registration'
import { z } from 'zod'
import { DateText, Id, Instant, pageOf } from '../shared/index.ts'

/** First and last day of registration. */
export const CreateBatchListInput = z.object({ fromOn: DateText, toOn: DateText })

const Name = z.object({ nameZh: z.string(), nameEn: z.string() })

const facts = {
  fromOn: DateText,
  toOn: DateText,
  contractCount: z.int(),
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  /** SHA-256 over the facts of its contracts. */
  sha256: z.string(),
  createdAt: Instant,
  /** A contract on it has been changed, cancelled or revoked since. */
  void: z.boolean(),
}

export const BatchListSummary = z
  .object({ id: Id, agency: Name.extend({ id: Id }), ...facts })
  .meta({ id: 'BatchListSummary' })
export type BatchListSummary = z.infer<typeof BatchListSummary>
export const BatchListPage = pageOf(BatchListSummary)

const member = {
  position: z.int(),
  number: z.string(),
  title: z.string(),
  seller: Name,
  buyer: Name,
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  signedOn: DateText,
  registeredOn: DateText,
  version: z.int(),
  /** What has become of it; the list is void once a version is later than the one listed. */
  currentVersion: z.int(),
  currentStatus: z.enum(REGISTRATION_STATUSES),
}

export const BatchList = z
  .object({
    id: Id,
    agency: Name.extend({ id: Id }),
    ...facts,
    /** The listed facts still give the printed hash. */
    intact: z.boolean(),
    /** Public address with its code, as the QR code carries it. */
    code: z.string(),
    url: z.string(),
    members: z.array(z.object({ ...member, registrationId: Id })),
  })
  .meta({ id: 'BatchList' })
export type BatchList = z.infer<typeof BatchList>

export const VerifyBatchListQuery = z.object({ code: z.string().min(1).max(80) })

/** What the paper says, and whether it still holds, for whoever holds its code. */
export const PublicBatchList = z
  .object({
    agency: Name,
    ...facts,
    intact: z.boolean(),
    members: z.array(z.object(member)),
    /** A party invented for demonstration. */
    sample: z.boolean(),
  })
  .meta({ id: 'PublicBatchList' })
export type PublicBatchList = z.infer<typeof PublicBatchList>
