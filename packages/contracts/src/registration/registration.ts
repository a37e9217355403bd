import { codesOf } from '@market/domain/codes'
import {
  INTEGRITY_FLAGS,
  NEAR_LIKENESSES,
  REGISTRATION_STATES,
  REGISTRATION_STATUSES,
} from '@market/domain/registration'
import { z } from 'zod'
import { DateText, Id, Instant, PageQuery, pageOf } from '../shared/index.ts'
import { CorrectionComment, RegistrationForm } from './form.ts'
import { ChecklistTick, KeptPrecheck, PrecheckFinding } from './precheck.ts'

export const PartyName = z.object({ id: Id, nameZh: z.string(), nameEn: z.string() })

/**
 * 'filed': my agency's; 'examine': waiting for a registrar I may be, longest first; 'assigned': of those, mine;
 * 'overdue': of those, past the last day for a decision, longest first; 'party': ours as seller or buyer.
 */
export const REGISTRATION_QUEUES = ['filed', 'examine', 'assigned', 'overdue', 'party'] as const

export const RegistrationQuery = PageQuery.extend({
  queue: z.enum(REGISTRATION_QUEUES).optional(),
  state: z.enum(REGISTRATION_STATES).optional(),
})

const summary = {
  id: Id,
  /** Null for a contract that was registered elsewhere or earlier and imported. */
  contractId: Id.nullable(),
  title: z.string(),
  agency: PartyName,
  seller: PartyName,
  buyer: PartyName,
  state: z.enum(REGISTRATION_STATES),
  /** Life after registration; null before. */
  status: z.enum(REGISTRATION_STATUSES).nullable(),
  type: RegistrationForm.shape.type,
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  number: z.string().nullable(),
  registeredOn: DateText.nullable(),
  submittedAt: Instant.nullable(),
  /** Days since it was submitted, while it waits for a registrar; null otherwise. */
  waitingDays: z.int().nullable(),
  /** Last day by which the regime wants a decision; null before acceptance and after the decision. */
  dueOn: DateText.nullable(),
  /** Until then, in days of `daysKind`: 0 on the last day, less than 0 once it is over. */
  daysLeft: z.int().nullable(),
  daysKind: z.enum(['working', 'calendar']).nullable(),
  overdue: z.boolean(),
  /** On whose desk it lies; null: on everybody's. */
  assignedTo: z.object({ id: Id, name: z.string() }).nullable(),
  /** I had a hand in the form, so I cannot examine it. */
  mine: z.boolean(),
  updatedAt: Instant,
}

export const RegistrationSummary = z.object(summary).meta({ id: 'RegistrationSummary' })
export type RegistrationSummary = z.infer<typeof RegistrationSummary>
export const RegistrationPage = pageOf(RegistrationSummary)

/** What the reader may do with a registration now; a screen shows these and no others. */
export const RegistrationAction = z.enum([
  /** Anew, after a refusal. */
  'registration.file',
  'registration.edit',
  'registration.discard',
  'registration.submit',
  'registration.accept',
  'registration.request_correction',
  'registration.send_to_review',
  'registration.refuse',
  'registration.register',
  'registration.assign',
  'registration.tick_checklist',
  'registration.unassign',
  'registration.change',
  'registration.cancel',
  'registration.revoke',
])
export type RegistrationAction = z.infer<typeof RegistrationAction>

/** The dated rules the contract is judged by. Where they are not verified, the registrar must be told. */
export const RegistrationRegime = z.object({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  verified: z.boolean(),
  refusalReasons: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
})

export const RegistrationVersion = z.object({
  version: z.int(),
  entry: z.enum(['registered', 'changed', 'cancelled', 'revoked']),
  reason: z.string(),
  recordedAt: Instant,
})

/** The signed contract as one side brought it; whoever may read the registration may read the file. */
export const RegistrationDocument = z.object({
  fileId: Id,
  organizationId: Id,
  fileName: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
})

/** Another record that resembles this one, side by side with it; for examiners only. */
export const SimilarRegistration = z.object({
  id: Id,
  number: z.string().nullable(),
  state: z.enum(REGISTRATION_STATES),
  status: z.enum(REGISTRATION_STATUSES).nullable(),
  title: z.string(),
  agency: PartyName,
  seller: PartyName,
  buyer: PartyName,
  type: RegistrationForm.shape.type,
  contractAmountFen: z.int(),
  technologyAmountFen: z.int(),
  signedOn: DateText,
  effectiveOn: DateText,
  endsOn: DateText.nullable(),
  patentNumbers: z.array(z.string()),
  /** In what they are alike; names are in NEAR_LIKENESSES of the domain. */
  alike: z.array(z.enum(codesOf(NEAR_LIKENESSES))),
  /** Whole percent of three-letter pieces both titles have. */
  titleSimilarityPercent: z.int(),
  sharedPatentNumbers: z.array(z.string()),
  /** The other's amount less this one's. */
  amountDifferenceFen: z.int(),
  /** From this one's signing to the other's. */
  daysApart: z.int(),
})

/** A question for the reviewer with its reasons; never a refusal. */
export const IntegrityFlag = z.object({
  code: z.enum(codesOf(INTEGRITY_FLAGS)),
  nameZh: z.string(),
  nameEn: z.string(),
  messageZh: z.string(),
  messageEn: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Other registrations it stands on. */
  evidence: z.array(
    z.object({
      id: Id,
      number: z.string().nullable(),
      title: z.string(),
      signedOn: DateText,
      technologyAmountFen: z.int(),
    }),
  ),
})

/** Whom a registration may be assigned to. */
export const ExaminerList = z.object({
  items: z.array(z.object({ userId: Id, name: z.string(), organization: PartyName })),
})
export const AssignRegistrationInput = z.object({ userId: Id })

export const Registration = z
  .object({
    ...summary,
    form: RegistrationForm.extend({ contractAmountFen: z.int(), technologyAmountFen: z.int() }),
    revision: z.int(),
    version: z.int(),
    regime: RegistrationRegime,
    filedBy: z.object({ id: Id, name: z.string() }),
    createdAt: Instant,
    acceptedAt: Instant.nullable(),
    decidedAt: Instant.nullable(),
    /** The regime asks a second person to look at a contract of this size. */
    secondReviewNeeded: z.boolean(),
    /** Who applies: the seller, or for imports whoever the regime names. */
    applicantSide: z.enum(['seller', 'buyer']),
    correctionComments: z.array(CorrectionComment),
    refusalReasons: z.array(z.object({ code: z.string(), words: z.string() })),
    /** What keeps it from being submitted, field by field; empty once it has been. */
    problems: z.array(
      z.object({
        path: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    /** The pre-check, gravest first: of this moment while it is being worked on, else as last kept. */
    findings: z.array(PrecheckFinding),
    /** Results kept at submission and, for examiners, at acceptance; oldest first. */
    prechecks: z.array(KeptPrecheck),
    /** For examiners: which questions of the checklist were answered, by whom and when. */
    checklist: z.array(ChecklistTick),
    /** For examiners; empty to everybody else: what looks like the same contract, the patents of this one, flags. */
    similar: z.array(SimilarRegistration),
    patentNumbers: z.array(z.string()),
    flags: z.array(IntegrityFlag),
    versions: z.array(RegistrationVersion),
    documents: z.array(RegistrationDocument),
    /** Null until registered. `url` is the public address with its code, as the QR code carries it. */
    certificate: z.object({ number: z.string(), code: z.string(), url: z.string() }).nullable(),
    /** The contract was amended since: what the register has to follow, with the amendment both signed. */
    changeDue: z
      .object({
        number: z.int(),
        title: z.string(),
        fileId: Id.nullable(),
        figures: z.object({
          contractAmountFen: z.int(),
          technologyAmountFen: z.int(),
          endsOn: DateText.nullable(),
        }),
      })
      .nullable(),
    actions: z.array(RegistrationAction),
  })
  .meta({ id: 'Registration' })
export type Registration = z.infer<typeof Registration>
