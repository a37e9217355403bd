import type { Database, EventRow } from '@market/database'
import { contracts } from '@market/database/schema'
import type { Role } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import { type MailContext, type Notice, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

export type ContractRow = typeof contracts.$inferSelect

export const contractOf = async (db: Database, id: string): Promise<ContractRow> => {
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, id))
  if (!contract) throw new Error(`Contract ${id} does not exist.`)
  return contract
}

/** One notice per party, naming the other one. */
export const toBothParties = async (
  { db }: MailContext,
  contract: ContractRow,
  { roles, path = `/workspace/contracts/${contract.id}` }: { roles: readonly Role[]; path?: string },
  write: (letters: Letters, organization: string) => Letter,
): Promise<Notice[]> => {
  const { sellerId, buyerId } = contract
  const toParty = async (toldId: string, otherId: string): Promise<Notice> => {
    const { nameZh, nameEn } = await organizationOf(db, otherId)
    return {
      to: await membersOf(db, toldId, roles),
      path,
      write: (letters, locale) => write(letters, pick(locale, nameZh, nameEn)),
    }
  }
  return [await toParty(sellerId, buyerId), await toParty(buyerId, sellerId)]
}

/** Who may take a text, change it or take a contract back. */
export const DRAFTERS = ['negotiator', 'signatory', 'editor'] as const

/** To the side that did not move. */
export const toOtherParty = async (
  { db }: MailContext,
  { contract, byOrganizationId }: Moved,
  { roles, path }: { roles: readonly Role[]; path: string },
  write: (letters: Letters, dealing: { contract: string; organization: string }) => Letter,
): Promise<Notice[]> => {
  const { title, sellerId, buyerId } = contract
  const { nameZh, nameEn } = await organizationOf(db, byOrganizationId)
  return [
    {
      to: await membersOf(db, byOrganizationId === sellerId ? buyerId : sellerId, roles),
      path,
      write: (letters, locale) =>
        write(letters, { contract: title, organization: pick(locale, nameZh, nameEn) }),
    },
  ]
}

interface Moved {
  contract: ContractRow
  byOrganizationId: string
}

export const movedIn = async (db: Database, { subjectId, payload }: EventRow): Promise<Moved> => ({
  contract: await contractOf(db, subjectId),
  byOrganizationId: String(payload.byOrganizationId),
})
