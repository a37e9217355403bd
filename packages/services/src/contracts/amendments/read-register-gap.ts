import type { Database } from '@market/database'
import {
  contractAmendmentSignatures,
  contracts,
  registrations,
  registrationVersions,
} from '@market/database/schema'
import type { ContractStanding } from '@market/domain/contracts'
import { registrationStatusMachine } from '@market/domain/registration'
import { and, asc, eq, isNotNull, max } from 'drizzle-orm'
import { amendmentsOf, standingOf } from './amendment-records.ts'

/** What the register does not say yet of a contract amended since: the change that is due. */
export interface RegisterGap {
  registrationId: string
  /** The last amendment behind it. */
  number: number
  title: string
  /** The amendment as both signed it. */
  fileId: string | null
  figures: ContractStanding
}

const findEntry = async (db: Database, contractId: string) => {
  const [entry] = await db
    .select({
      registration: registrations,
      contract: contracts,
      recordedAt: max(registrationVersions.recordedAt),
    })
    .from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .innerJoin(registrationVersions, eq(registrationVersions.registrationId, registrations.id))
    .where(and(eq(registrations.contractId, contractId), isNotNull(registrations.status)))
    .groupBy(registrations.id, contracts.id)
  return entry
}

const signedFileOf = async (db: Database, amendmentId: string): Promise<string | null> => {
  const [row] = await db
    .select({ fileId: contractAmendmentSignatures.fileId })
    .from(contractAmendmentSignatures)
    .where(eq(contractAmendmentSignatures.amendmentId, amendmentId))
    .orderBy(asc(contractAmendmentSignatures.signedAt))
    .limit(1)
  return row?.fileId ?? null
}

const sameFigures = (left: ContractStanding, right: ContractStanding): boolean =>
  left.contractAmountFen === right.contractAmountFen &&
  left.technologyAmountFen === right.technologyAmountFen &&
  left.endsOn === right.endsOn

/**
 * The change a registered contract's amendments ask of the register; null where there is none, or where a registrar has
 * changed the record since the last of them. An imported contract has none.
 */
export const readRegisterGap = async (db: Database, contractId: string): Promise<RegisterGap | null> => {
  const entry = await findEntry(db, contractId)
  const { registration, contract, recordedAt = null } = entry ?? {}
  if (!registration || !contract || registration.status === null) return null
  if (!registrationStatusMachine.allows(registration.status, 'change')) return null
  const rows = await amendmentsOf(db, contractId)
  const standing = standingOf(contract, rows)
  const last = rows.findLast(
    ({ state, contractAmountFen, technologyAmountFen, endsOn }) =>
      state === 'in_force' &&
      [contractAmountFen, technologyAmountFen, endsOn].some((figure) => figure !== null),
  )
  const entered = last?.settledAt != null && recordedAt !== null && last.settledAt <= recordedAt
  if (!last || entered || sameFigures(standing, registration)) return null
  const { number, title } = last
  const fileId = await signedFileOf(db, last.id)
  return { registrationId: registration.id, number, title, fileId, figures: standing }
}
