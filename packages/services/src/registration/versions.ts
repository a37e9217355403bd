import type { Transaction } from '@market/database'
import { organizations, type RegisteredContent, registrationVersions } from '@market/database/schema'
import { desc, eq, inArray } from 'drizzle-orm'
import { formOf } from './form.ts'
import type { RegistrationRecord } from './records.ts'

export type RegistrationVersionRecord = typeof registrationVersions.$inferSelect
export type RegisterEntry = Pick<RegistrationVersionRecord, 'entry' | 'reason'> & { recordedBy: string }

/** Names as they are today, to stand in the register as they were when it was written. */
const namesOf = async (tx: Transaction, { sellerId, buyerId, agencyId }: RegistrationRecord) => {
  const rows = await tx
    .select({ id: organizations.id, nameZh: organizations.nameZh, nameEn: organizations.nameEn })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId, agencyId]))
  const named = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) throw new Error(`Organization ${id} of a registration is missing.`)
    return row
  }
  return { seller: named(sellerId), buyer: named(buyerId), agency: named(agencyId) }
}

const contentOf = async (tx: Transaction, record: RegistrationRecord): Promise<RegisteredContent> => {
  const form = formOf(record)
  const { technicalField, planIndustry, ipKind } = form
  if (technicalField === null || planIndustry === null || ipKind === null) {
    throw new Error(`Registration ${record.id} is not whole.`)
  }
  const { regimeKey } = record
  return { ...form, technicalField, planIndustry, ipKind, regimeKey, ...(await namesOf(tx, record)) }
}

/** What the register said last. */
const lastContent = async (tx: Transaction, { id }: RegistrationRecord): Promise<RegisteredContent> => {
  const [last] = await tx
    .select({ content: registrationVersions.content })
    .from(registrationVersions)
    .where(eq(registrationVersions.registrationId, id))
    .orderBy(desc(registrationVersions.version))
    .limit(1)
  if (!last) throw new Error(`Registration ${id} has no version.`)
  return last.content
}

/** Writes what the register says from now on. What ends a registration states no new facts, not even a new name. */
export const writeVersion = async (
  tx: Transaction,
  record: RegistrationRecord,
  { entry, reason, recordedBy }: RegisterEntry,
  now: Date,
): Promise<void> => {
  const ends = entry === 'cancelled' || entry === 'revoked'
  await tx.insert(registrationVersions).values({
    registrationId: record.id,
    version: record.version,
    entry,
    content: ends ? await lastContent(tx, record) : await contentOf(tx, record),
    reason,
    recordedAt: now,
    recordedBy,
  })
}
