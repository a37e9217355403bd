import type { Database, EventRow } from '@market/database'
import { contractTextAcceptances, contractTexts } from '@market/database/schema'
import { OBLIGATION_KINDS, OBLIGATION_NAMES, type ObligationKind } from '@market/domain/contracts'
import { count, desc, eq } from 'drizzle-orm'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'
import { contractOf, DRAFTERS, movedIn, toBothParties, toOtherParty } from './contract-parties.ts'

/** The two versions put forward last, the newest first, and how many sides took the newest. */
const latestTexts = async (db: Database, contractId: string) => {
  const [text, before] = await db
    .select()
    .from(contractTexts)
    .where(eq(contractTexts.contractId, contractId))
    .orderBy(desc(contractTexts.version))
    .limit(2)
  if (!text) return null
  const [taken] = await db
    .select({ sides: count() })
    .from(contractTextAcceptances)
    .where(eq(contractTextAcceptances.textId, text.id))
  return { text, before, agreed: taken?.sides === 2 }
}

/** A version waits for the other side; nothing once it was taken or followed by another. */
export const textWritten: NoticeWriter = async (context, event) => {
  const moved = await movedIn(context.db, event)
  const { contract, byOrganizationId } = moved
  const latest = await latestTexts(context.db, contract.id)
  if (contract.state !== 'draft' || !latest || latest.agreed) return []
  if (latest.text.createdAt > event.occurredAt) return []
  const { version, note } = latest.text
  const counter = latest.before !== undefined && latest.before.organizationId !== byOrganizationId
  const reader = { roles: DRAFTERS, path: `/workspace/contracts/${contract.id}/text` }
  return toOtherParty(context, moved, reader, (letters, dealing) =>
    letters.contractTextWaiting({ ...dealing, version, note, counter }),
  )
}

export const textAgreed: NoticeWriter = async (context, event) => {
  const moved = await movedIn(context.db, event)
  const latest = await latestTexts(context.db, moved.contract.id)
  if (!latest?.agreed) return []
  const { version } = latest.text
  const reader = { roles: DRAFTERS, path: `/workspace/contracts/${moved.contract.id}` }
  return toOtherParty(context, moved, reader, (letters, dealing) =>
    letters.contractTextAgreed({ ...dealing, version }),
  )
}

/** A settled text was not signed but taken back; nothing once it is settled again. */
export const contractReopened: NoticeWriter = async (context, event) => {
  const moved = await movedIn(context.db, event)
  const { id, state } = moved.contract
  if (state !== 'draft') return []
  const reader = { roles: DRAFTERS, path: `/workspace/contracts/${id}` }
  return toOtherParty(context, moved, reader, (letters, dealing) => letters.contractReopened(dealing))
}

/** One side has signed; nothing once both have. */
export const contractConfirmed: NoticeWriter = async (context, event) => {
  const moved = await movedIn(context.db, event)
  const { id, state } = moved.contract
  if (state !== 'ready') return []
  const reader = { roles: ['signatory'] as const, path: `/workspace/contracts/${id}` }
  return toOtherParty(context, moved, reader, (letters, dealing) => letters.signatureAwaited(dealing))
}

export const contractReady: NoticeWriter = async (context, event: EventRow) => {
  const contract = await contractOf(context.db, event.subjectId)
  if (contract.state !== 'ready') return []
  const here = (await latestTexts(context.db, contract.id))?.agreed ?? false
  return toBothParties(context, contract, { roles: ['signatory'] }, (letters, organization) =>
    letters.contractReady({ contract: contract.title, organization, here }),
  )
}

export const contractSigned: NoticeWriter = async (context, event: EventRow) => {
  const contract = await contractOf(context.db, event.subjectId)
  const { title, signedOn } = contract
  return toBothParties(context, contract, { roles: ['negotiator', 'signatory'] }, (letters, organization) =>
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
