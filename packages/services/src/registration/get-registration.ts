import { registrations, registrationVersions, users } from '@market/database/schema'
import { type FieldProblem, refuse } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import type { Regime } from '@market/domain/regimes'
import {
  applicantSideOf,
  blockingProblems,
  EDITABLE_REGISTRATION_STATES,
  type PrecheckFinding,
} from '@market/domain/registration'
import { asc, eq } from 'drizzle-orm'
import {
  type RegisterGap,
  readRegisterGap,
  readSignatures,
  type SignatureRecord,
} from '../contracts/index.ts'
import { requireActor, type ServiceContext } from '../index.ts'
import { allowedActions, type RegistrationAction } from './allowed-actions.ts'
import { type ChecklistTick, readChecklist } from './checklist.ts'
import { findFlags, type RaisedFlag } from './find-flags.ts'
import { type Comparison, findSimilar, type SimilarRegistration } from './find-similar.ts'
import { type KeptPrecheck, listPrechecks, precheckForm } from './precheck.ts'
import { needsSecondReview, procedureRegimeOf } from './procedure.ts'
import { type RegistrationRecord, relationsToRegistration } from './records.ts'
import type { RegistrationVersionRecord } from './versions.ts'
import { type RegistrationSummaryRecord, selectRegistrations, summarize, WAITING_STATES } from './view.ts'

export interface RegistrationDetails extends RegistrationSummaryRecord {
  filer: { id: string; name: string }
  /** Rules of procedure, by the day of application. */
  regime: Regime
  secondReviewNeeded: boolean
  /** Who applies under that regime. */
  applicantSide: 'seller' | 'buyer'
  /** What keeps it from being submitted today; empty once it has been. */
  problems: FieldProblem[]
  /** Of the pre-check: live while somebody still works on it, else as last kept. */
  findings: PrecheckFinding[]
  /** The results kept at submission and, for examiners, at acceptance; oldest first. */
  prechecks: KeptPrecheck[]
  /** For examiners only. */
  similar: SimilarRegistration[]
  patentNumbers: string[]
  flags: RaisedFlag[]
  versions: RegistrationVersionRecord[]
  /** The signed contract, as each side brought it. */
  documents: SignatureRecord[]
  actions: RegistrationAction[]
  /** What its contract’s amendments ask of the register. */
  changeDue: RegisterGap | null
  /** Answers to the checklist's questions; empty to whoever does not examine. */
  checklist: ChecklistTick[]
}

const isEditable = ({ state }: RegistrationRecord): boolean => {
  const editable: readonly string[] = EDITABLE_REGISTRATION_STATES
  return editable.includes(state)
}

/** Run anew for whoever has it on the desk: the filer while it may be edited, the examiner while it waits. */
const readPrecheck = async ({ db, clock }: ServiceContext, record: RegistrationRecord, examines: boolean) => {
  const waiting: readonly string[] = WAITING_STATES
  const kept = await listPrechecks(db, record.id)
  const prechecks = kept.filter(({ stage }) => examines || stage !== 'review')
  const live = isEditable(record) ? 'filing' : examines && waiting.includes(record.state) ? 'review' : null
  if (live === null) return { prechecks, findings: prechecks.at(-1)?.findings ?? [] }
  return { prechecks, findings: await precheckForm(db, record, live, clock.now()) }
}

const NOTHING_TO_COMPARE: Comparison & { flags: RaisedFlag[] } = {
  similar: [],
  patentNumbers: [],
  flags: [],
}

const compareForExaminer = async ({ db, clock }: ServiceContext, record: RegistrationRecord) => {
  const [comparison, flags] = await Promise.all([findSimilar(db, record), findFlags(db, record, clock.now())])
  return { ...comparison, flags }
}

const findVisible = async ({ db, actor }: ServiceContext, id: string) => {
  const [row] = await selectRegistrations(db).where(eq(registrations.id, id))
  if (!row) throw refuse('not-found', 'registration.not_found')
  const relations = relationsToRegistration(actor, row.record)
  authorize(actor, 'registration.read', relations)
  // Nothing has been submitted to examiners of other offices yet; their lists leave it out as well.
  const insider = relations.includes('agency') || relations.includes('party')
  if (row.record.state === 'draft' && !insider) throw refuse('not-found', 'registration.not_found')
  return row
}

const changeDueOf = async ({ db }: ServiceContext, { id, contractId }: RegistrationRecord) => {
  const gap = contractId === null ? null : await readRegisterGap(db, contractId)
  return gap?.registrationId === id ? gap : null
}

/** One registration with what its reader may do. Refuses with `registration.not_found`. */
export const getRegistration = async (context: ServiceContext, id: string): Promise<RegistrationDetails> => {
  const { db, clock } = context
  const actor = requireActor(context)
  const row = await findVisible(context, id)
  const { record } = row
  const now = clock.now()
  const regime = procedureRegimeOf(record, now)
  const examines = may(actor, 'registration.register', relationsToRegistration(actor, record))
  const [filers, versions, comparison, documents, precheck, checklist] = await Promise.all([
    db.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, record.filedBy)),
    db
      .select()
      .from(registrationVersions)
      .where(eq(registrationVersions.registrationId, id))
      .orderBy(asc(registrationVersions.version)),
    examines ? compareForExaminer(context, record) : NOTHING_TO_COMPARE,
    record.contractId === null ? [] : readSignatures(db, record.contractId),
    readPrecheck(context, record, examines),
    examines ? readChecklist(db, id) : [],
  ])
  return {
    ...summarize(row, actor, now),
    filer: filers[0] ?? { id: record.filedBy, name: '' },
    regime,
    secondReviewNeeded: needsSecondReview(record, now),
    applicantSide: applicantSideOf(regime, record),
    problems: isEditable(record) ? blockingProblems(precheck.findings) : [],
    ...precheck,
    ...comparison,
    versions,
    documents,
    checklist,
    actions: allowedActions(actor, record, now),
    changeDue: await changeDueOf(context, record),
  }
}
