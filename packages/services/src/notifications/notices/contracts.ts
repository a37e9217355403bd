import type { Database, EventRow } from '@market/database'
import { contracts } from '@market/database/schema'
import type { Role } from '@market/domain'
import { OBLIGATION_KINDS, OBLIGATION_NAMES, type ObligationKind } from '@market/domain/contracts'
import { eq } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import { type MailContext, type Notice, type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

type ContractRow = typeof contracts.$inferSelect

const contractOf = async (db: Database, id: string): Promise<ContractRow> => {
  const [contract] = await db.select().from(contracts).where(eq(contracts.id, id))
  if (!contract) throw new Error(`Contract ${id} does not exist.`)
  return contract
}

/** One notice per party, naming the other one. */
const toBothParties = async (
  { db }: MailContext,
  contract: ContractRow,
  roles: readonly Role[],
  write: (letters: Letters, organization: string) => Letter,
): Promise<Notice[]> => {
  const { id, sellerId, buyerId } = contract
  const toParty = async (toldId: string, otherId: string): Promise<Notice> => {
    const { nameZh, nameEn } = await organizationOf(db, otherId)
    return {
      to: await membersOf(db, toldId, roles),
      path: `/workspace/contracts/${id}`,
      write: (letters, locale) => write(letters, pick(locale, nameZh, nameEn)),
    }
  }
  return [await toParty(sellerId, buyerId), await toParty(buyerId, sellerId)]
}

export const contractReady: NoticeWriter = async (context, event: EventRow) => {
  const contract = await contractOf(context.db, event.subjectId)
  if (contract.state !== 'ready') return []
  return toBothParties(context, contract, ['signatory'], (letters, organization) =>
    letters.contractReady({ contract: contract.title, organization }),
  )
}

export const contractSigned: NoticeWriter = async (context, event: EventRow) => {
  const contract = await contractOf(context.db, event.subjectId)
  const { title, signedOn } = contract
  return toBothParties(context, contract, ['negotiator', 'signatory'], (letters, organization) =>
    letters.contractSigned({ contract: title, organization, signedOn: signedOn ?? '' }),
  )
}

const kindOf = (kind: unknown): ObligationKind => {
  const known = OBLIGATION_KINDS.find((candidate) => candidate === kind)
  if (!known) throw new Error(`Nobody knows the obligation ${String(kind)}.`)
  return known
}

/** To the people of the side that owes it. */
export const obligationDue: NoticeWriter = async ({ db }, { subjectId, payload }: EventRow) => {
  const contract = await contractOf(db, subjectId)
  const { id, title, sellerId, buyerId } = contract
  const [owingId, otherId] = payload.side === 'seller' ? [sellerId, buyerId] : [buyerId, sellerId]
  const { nameZh, nameEn } = await organizationOf(db, otherId)
  const name = OBLIGATION_NAMES[kindOf(payload.kind)]
  return [
    {
      to: await membersOf(db, owingId, ['negotiator', 'editor']),
      path: `/workspace/contracts/${id}`,
      write: (letters, locale) =>
        letters.obligationDue({
          contract: title,
          organization: pick(locale, nameZh, nameEn),
          what: pick(locale, name.zh, name.en),
          dueOn: String(payload.dueOn),
          daysLeft: Number(payload.daysLeft),
        }),
    },
  ]
}
