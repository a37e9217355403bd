import type { Database, Transaction, UnitOfWork } from '@market/database'
import { contracts, registrationPrechecks } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import {
  filingFacts,
  PRECHECK_RULE_SET,
  type PrecheckFinding,
  type PrecheckStage,
  runPrecheck,
} from '@market/domain/registration'
import { asc, eq } from 'drizzle-orm'
import { readDealFacts } from '../contracts/index.ts'
import type { RegistrationRecord } from './records.ts'

export type KeptPrecheck = typeof registrationPrechecks.$inferSelect
type FormStage = Exclude<PrecheckStage, 'contract'>

/** Judged as of the day of application; before one, as of today. A contract imported from elsewhere has no deal here. */
export const precheckForm = async (
  db: Database | Transaction,
  record: RegistrationRecord,
  stage: FormStage,
  now: Date,
): Promise<PrecheckFinding[]> => {
  if (record.contractId === null) return []
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, record.contractId))
  if (!contract) return []
  const applied = stage === 'review' ? (record.submittedAt ?? now) : now
  return runPrecheck(filingFacts(await readDealFacts(db, contract), record, shanghaiDateOf(applied), stage))
}

/** Keeps what was found with the revision it was found in, and the rules that found it. */
export const keepPrecheck = async (
  { tx, now }: UnitOfWork,
  { id: registrationId, revision }: RegistrationRecord,
  { stage, findings, checkedBy }: { stage: FormStage; findings: PrecheckFinding[]; checkedBy: string },
): Promise<void> => {
  const ruleSet = PRECHECK_RULE_SET
  await tx
    .insert(registrationPrechecks)
    .values({ registrationId, revision, stage, ruleSet, findings, checkedAt: now, checkedBy })
}

/** The kept results, oldest first. */
export const listPrechecks = (db: Database, registrationId: string): Promise<KeptPrecheck[]> =>
  db
    .select()
    .from(registrationPrechecks)
    .where(eq(registrationPrechecks.registrationId, registrationId))
    .orderBy(asc(registrationPrechecks.revision))
