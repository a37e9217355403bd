import type { Transaction } from '@market/database'
import { turnoverEntries } from '@market/database/schema'
import {
  entriesForChange,
  entriesForRegister,
  entriesForReversal,
  type RegisteredFacts,
  standingEntryOf,
  type TurnoverEntry,
} from '@market/domain/indicators'
import { asc, eq } from 'drizzle-orm'
import type { RegistrationRecord } from './records.ts'

/** What the ledger books of a registered record; the database sees to it that none of this is missing. */
const factsOf = (record: RegistrationRecord): RegisteredFacts => {
  const { registeredOn, technicalField, planIndustry, ipKind } = record
  if (registeredOn === null || technicalField === null || planIndustry === null || ipKind === null) {
    throw new Error(`Registration ${record.id} is not whole.`)
  }
  return {
    registrationId: record.id,
    version: record.version,
    registeredOn,
    contractAmountFen: record.contractAmountFen,
    technologyAmountFen: record.technologyAmountFen,
    type: record.type,
    subType: record.subType,
    regimeKey: record.regimeKey,
    technicalField,
    planIndustry,
    ipKind,
    planSource: record.planSource,
    socioEconomicObjective: record.socioEconomicObjective,
    sellerKind: record.sellerKind,
    buyerKind: record.buyerKind,
    sellerRegionCode: record.sellerRegionCode,
    buyerRegionCode: record.buyerRegionCode,
    agencyId: record.agencyId,
    sellerId: record.sellerId,
    buyerId: record.buyerId,
  }
}

const append = (tx: Transaction, entries: TurnoverEntry[]) => tx.insert(turnoverEntries).values(entries)

const findStanding = async (tx: Transaction, registrationId: string): Promise<TurnoverEntry | null> => {
  const rows = await tx
    .select()
    .from(turnoverEntries)
    .where(eq(turnoverEntries.registrationId, registrationId))
    .orderBy(asc(turnoverEntries.id))
  const entries = rows.map(
    ({ id, contractCount, ...entry }): TurnoverEntry => ({
      ...entry,
      contractCount: contractCount < 0 ? -1 : 1,
    }),
  )
  return standingEntryOf(entries)
}

/** Books a contract just registered. */
export const bookRegistered = async (
  tx: Transaction,
  record: RegistrationRecord,
  now: Date,
): Promise<void> => {
  await append(tx, entriesForRegister(factsOf(record), now))
}

/** Books contracts that were registered together. */
export const bookAllRegistered = async (
  tx: Transaction,
  records: readonly RegistrationRecord[],
  now: Date,
): Promise<void> => {
  await append(
    tx,
    records.flatMap((record) => entriesForRegister(factsOf(record), now)),
  )
}

/** Takes the standing entry back and books the new version on the same business date. */
export const bookChanged = async (tx: Transaction, record: RegistrationRecord, now: Date): Promise<void> => {
  const standing = await findStanding(tx, record.id)
  if (!standing) throw new Error(`Registration ${record.id} has no standing entry to change.`)
  await append(tx, entriesForChange(standing, factsOf(record), now))
}

/** Takes back what stands; nothing where a cancellation already did. */
export const bookReversed = async (tx: Transaction, record: RegistrationRecord, now: Date): Promise<void> => {
  const standing = await findStanding(tx, record.id)
  if (standing) await append(tx, entriesForReversal(standing, now))
}
