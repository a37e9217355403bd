import { CONTRACT_ENDINGS, OBLIGATION_KINDS } from '@market/domain/contracts'
import { z } from 'zod'
import { DateText, Id, Line, Prose } from '../shared/index.ts'

export const MarkObligationInput = z.object({
  /** As the list names it. */
  key: Line(200),
  doneOn: DateText,
  /** Where it is written down. */
  note: Prose(500).default(''),
  /** What shows it: a file of one's own organization, uploaded with the purpose 'performance_evidence'. */
  fileId: Id.nullable().default(null),
})

export const EndContractInput = z.object({
  kind: z.enum(CONTRACT_ENDINGS),
  endedOn: DateText,
  /** Asked for where it is terminated. */
  reason: Prose(1000).default(''),
})

const Obligation = z.object({
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  /** Who owes it. */
  side: z.enum(['seller', 'buyer']),
  /** What it is of: the amount's title, the right's number, the end of the period. */
  of: z.string(),
  dueOn: DateText.nullable(),
  state: z.enum(['open', 'overdue', 'done']),
  doneOn: DateText.nullable(),
  note: z.string().nullable(),
  /** The file that shows it was done; for the two sides. */
  evidence: z.object({ fileId: Id, name: z.string(), sizeBytes: z.int() }).nullable(),
  basisZh: z.string(),
  basisEn: z.string(),
  /** Whether the reader may say that it is done. */
  markable: z.boolean(),
})

const Ending = z.object({
  organizationId: Id,
  kind: z.enum(CONTRACT_ENDINGS),
  endedOn: DateText,
  reason: z.string(),
})

/** What is to be done under a signed contract, by day, and how it ends. */
export const ContractPerformance = z
  .object({
    contractId: Id,
    obligations: z.array(Obligation),
    /** What each side has declared. */
    endings: z.array(Ending),
    endedOn: DateText.nullable(),
    registrationId: Id.nullable(),
    /** What the reader may declare now. */
    mayEnd: z.array(z.enum(CONTRACT_ENDINGS)),
  })
  .meta({ id: 'ContractPerformance' })
export type ContractPerformance = z.infer<typeof ContractPerformance>
