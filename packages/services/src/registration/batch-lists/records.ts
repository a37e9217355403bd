import { createHash } from 'node:crypto'
import type { Database } from '@market/database'
import {
  batchListMembers,
  type batchLists,
  organizations,
  type RegisteredContent,
  registrations,
  registrationVersions,
} from '@market/database/schema'
import type { RegistrationStatus } from '@market/domain/registration'
import { and, asc, eq } from 'drizzle-orm'

export type BatchListRecord = typeof batchLists.$inferSelect

/** A contract as it was listed, and what has become of it since. */
export interface BatchListMember {
  position: number
  registrationId: string
  number: string
  version: number
  content: RegisteredContent
  registeredOn: string
  currentVersion: number
  currentStatus: RegistrationStatus
}

export interface BatchListDetails {
  list: BatchListRecord
  agency: { id: string; nameZh: string; nameEn: string; sample: boolean }
  members: BatchListMember[]
  /** A contract on it has been changed, cancelled or revoked since. */
  void: boolean
  /** The facts listed still give the hash that was printed. */
  intact: boolean
}

type Hashed = Pick<BatchListMember, 'number' | 'version' | 'registeredOn' | 'content'>

const lineOf = ({ number, version, registeredOn, content }: Hashed): string =>
  JSON.stringify([
    number,
    version,
    registeredOn,
    content.title,
    content.seller.nameZh,
    content.buyer.nameZh,
    content.type,
    content.contractAmountFen,
    content.technologyAmountFen,
    content.signedOn,
  ])

/** SHA-256 over number, version, parties, title, type, amounts and dates, a line of JSON per contract. */
export const hashMembers = (members: readonly Hashed[]): string =>
  createHash('sha256').update(members.map(lineOf).join('\n')).digest('hex')

const readMembers = async (db: Database, batchListId: string): Promise<BatchListMember[]> => {
  const rows = await db
    .select({
      position: batchListMembers.position,
      version: batchListMembers.version,
      content: registrationVersions.content,
      record: registrations,
    })
    .from(batchListMembers)
    .innerJoin(
      registrationVersions,
      and(
        eq(registrationVersions.registrationId, batchListMembers.registrationId),
        eq(registrationVersions.version, batchListMembers.version),
      ),
    )
    .innerJoin(registrations, eq(registrations.id, batchListMembers.registrationId))
    .where(eq(batchListMembers.batchListId, batchListId))
    .orderBy(asc(batchListMembers.position))
  return rows.map(({ record, ...member }) => {
    const { id: registrationId, number, registeredOn, status, version: currentVersion } = record
    if (number === null || registeredOn === null || status === null) {
      throw new Error(`Registration ${registrationId} is on a list and not registered.`)
    }
    return { ...member, registrationId, number, registeredOn, currentVersion, currentStatus: status }
  })
}

/** The list with its contracts as listed and as they are. */
export const readBatchList = async (db: Database, list: BatchListRecord): Promise<BatchListDetails> => {
  const { id, nameZh, nameEn, sample } = organizations
  const [agency] = await db
    .select({ id, nameZh, nameEn, sample })
    .from(organizations)
    .where(eq(id, list.agencyId))
  if (!agency) throw new Error(`Agency ${list.agencyId} is missing.`)
  const members = await readMembers(db, list.id)
  return {
    list,
    agency,
    members,
    void: members.some(({ version, currentVersion }) => version !== currentVersion),
    intact: hashMembers(members) === list.sha256,
  }
}
