import { registrations, registrationVersions, users } from '@market/database/schema'
import { type FieldProblem, refuse, shanghaiDateOf } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import type { Regime } from '@market/domain/regimes'
import { EDITABLE_REGISTRATION_STATES, registrationProblems } from '@market/domain/registration'
import { asc, eq } from 'drizzle-orm'
import { readSignatures, type SignatureRecord } from '../contracts/index.ts'
import { requireActor, type ServiceContext } from '../index.ts'
import { allowedActions, type RegistrationAction } from './allowed-actions.ts'
import { findSimilar, type SimilarRegistration } from './find-similar.ts'
import { dueOnOf, needsSecondReview, procedureRegimeOf } from './procedure.ts'
import { type RegistrationRecord, relationsToRegistration } from './records.ts'
import type { RegistrationVersionRecord } from './versions.ts'
import { type RegistrationSummaryRecord, selectRegistrations, summarize } from './view.ts'

export interface RegistrationDetails extends RegistrationSummaryRecord {
  filer: { id: string; name: string }
  /** Rules of procedure, by the day of application. */
  regime: Regime
  secondReviewNeeded: boolean
  dueOn: string | null
  /** What keeps it from being submitted today; empty once it has been. */
  problems: FieldProblem[]
  /** For examiners only. */
  similar: SimilarRegistration[]
  versions: RegistrationVersionRecord[]
  /** The signed contract, as each side brought it. */
  documents: SignatureRecord[]
  actions: RegistrationAction[]
}

const problemsOf = (record: RegistrationRecord, now: Date): FieldProblem[] => {
  const editable: readonly string[] = EDITABLE_REGISTRATION_STATES
  return editable.includes(record.state) ? registrationProblems(record, shanghaiDateOf(now)) : []
}

const findVisible = async ({ db, actor }: ServiceContext, id: string) => {
  const [row] = await selectRegistrations(db).where(eq(registrations.id, id))
  if (!row) throw refuse('not-found', 'registration.not_found')
  authorize(actor, 'registration.read', relationsToRegistration(actor, row.record))
  return row
}

/** One registration with what its reader may do. Refuses with `registration.not_found`. */
export const getRegistration = async (context: ServiceContext, id: string): Promise<RegistrationDetails> => {
  const { db, clock } = context
  const actor = requireActor(context)
  const row = await findVisible(context, id)
  const { record } = row
  const now = clock.now()
  const examines = may(actor, 'registration.register', relationsToRegistration(actor, record))
  const [filers, versions, similar, documents] = await Promise.all([
    db.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, record.filedBy)),
    db
      .select()
      .from(registrationVersions)
      .where(eq(registrationVersions.registrationId, id))
      .orderBy(asc(registrationVersions.version)),
    examines ? findSimilar(db, record) : [],
    readSignatures(db, record.contractId),
  ])
  return {
    ...summarize(row, actor, now),
    filer: filers[0] ?? { id: record.filedBy, name: '' },
    regime: procedureRegimeOf(record, now),
    secondReviewNeeded: needsSecondReview(record, now),
    dueOn: dueOnOf(record),
    problems: problemsOf(record, now),
    similar,
    versions,
    documents,
    actions: allowedActions(actor, record, now),
  }
}
