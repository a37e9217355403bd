import { createHash } from 'node:crypto'
import type { Database, Transaction } from '@market/database'
import { contracts, listings, noticeObjections, organizations, publicNotices } from '@market/database/schema'
import { type CalendarDate, refuse } from '@market/domain'
import { type NoticeStanding, noticeBars, owesNotice, type SigningBar } from '@market/domain/contracts'
import type { Stakeholders } from '@market/domain/policy'
import type { PrecheckNotice } from '@market/domain/registration'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ContractRow } from '../contract-records.ts'

export type NoticeRow = typeof publicNotices.$inferSelect
export type ObjectionRow = typeof noticeObjections.$inferSelect
type Reader = Database | Transaction

/** Everybody may read a notice; the parties and the agency stand nearer to it. */
export const stakeholdersOfNotice = (notice: NoticeRow, contract: ContractRow): Stakeholders => ({
  organizationId: notice.organizationId,
  sellerOrganizationId: contract.sellerId,
  buyerOrganizationId: contract.buyerId,
  agencyOrganizationId: contract.agencyId,
  public: true,
})

/** Over what was posted: the same words have the same hash. */
export const hashOf = (posted: object): string =>
  createHash('sha256').update(JSON.stringify(posted)).digest('hex')

/** Reads a notice with its contract and holds it until the unit of work ends. Refuses with `notice.not_found`. */
export const holdNotice = async (tx: Transaction, id: string) => {
  const [row] = await tx
    .select({ notice: publicNotices, contract: contracts })
    .from(publicNotices)
    .innerJoin(contracts, eq(contracts.id, publicNotices.contractId))
    .where(eq(publicNotices.id, id))
    .for('update', { of: publicNotices })
  if (!row) throw refuse('not-found', 'notice.not_found')
  return row
}

export const objectionsOf = (db: Reader, noticeId: string): Promise<ObjectionRow[]> =>
  db
    .select()
    .from(noticeObjections)
    .where(eq(noticeObjections.noticeId, noticeId))
    .orderBy(asc(noticeObjections.raisedAt), asc(noticeObjections.id))

/** The contract's notice that was not withdrawn. */
export const standingNotice = async (db: Reader, contractId: string): Promise<NoticeRow | null> => {
  const [notice] = await db
    .select()
    .from(publicNotices)
    .where(and(eq(publicNotices.contractId, contractId), isNull(publicNotices.withdrawnAt)))
  return notice ?? null
}

const priceModeOf = async (db: Reader, listingId: string | null) => {
  if (listingId === null) return null
  const [row] = await db
    .select({ priceMode: listings.priceMode })
    .from(listings)
    .where(eq(listings.id, listingId))
  return row?.priceMode ?? null
}

/** Whether the seller owes a notice before this contract is signed. */
export const noticeOwed = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<boolean> => {
  const [seller] = await db
    .select({ stateOwned: organizations.stateOwned })
    .from(organizations)
    .where(eq(organizations.id, contract.sellerId))
  return owesNotice(
    {
      sellerStateOwned: seller?.stateOwned === true,
      type: contract.type,
      transferMode: contract.terms.transferMode,
      priceMode: await priceModeOf(db, contract.listingId),
    },
    contract.signedOn ?? today,
  )
}

/** How a contract stands to its notice, as the bars of signing see it. */
export const readNoticeStanding = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<NoticeStanding> => {
  const notice = await standingNotice(db, contract.id)
  const objections = notice === null ? [] : await objectionsOf(db, notice.id)
  return {
    owed: await noticeOwed(db, contract, today),
    notice: notice && { ...notice, objections: objections.map(({ state }) => state) },
    priceFen: contract.contractAmountFen,
    transferMode: contract.terms.transferMode,
  }
}

export const readNoticeBars = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<SigningBar[]> => noticeBars(await readNoticeStanding(db, contract, today), today)

/** What the pre-check has to know of it; undefined where none was posted. */
export const readPrecheckNotice = async (
  db: Reader,
  contractId: string,
): Promise<PrecheckNotice | undefined> => {
  const notice = await standingNotice(db, contractId)
  if (notice === null) return undefined
  const { endsOn, decidedOn, relatedParty } = notice
  const objections = await objectionsOf(db, notice.id)
  return {
    endsOn,
    decided: decidedOn !== null,
    relatedParty,
    standingObjections: objections.filter(({ state }) => state !== 'rejected').length,
  }
}
