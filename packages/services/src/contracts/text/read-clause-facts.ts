import type { Database, Transaction } from '@market/database'
import {
  listingRights,
  listings,
  needAnswers,
  needs,
  organizations,
  requests,
  rights,
} from '@market/database/schema'
import type { ClauseFacts, ClauseParty } from '@market/domain/contracts'
import { asc, eq, inArray } from 'drizzle-orm'
import { needColumns } from '../../licensing/index.ts'
import type { ContractRow } from '../contract-records.ts'

type Reader = Database | Transaction

const partiesOf = async (db: Reader, { sellerId, buyerId }: ContractRow) => {
  const rows = await db
    .select({
      id: organizations.id,
      nameZh: organizations.nameZh,
      nameEn: organizations.nameEn,
      creditCode: organizations.creditCode,
      stateOwned: organizations.stateOwned,
    })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId]))
  const party = (id: string): ClauseParty => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) throw new Error('A contract without its parties cannot exist.')
    return { ...row, creditCode: row.creditCode || null }
  }
  return { seller: party(sellerId), buyer: party(buyerId) }
}

const subjectOf = async (db: Reader, { requestId, title }: ContractRow) => {
  const [row] = await db
    .select({ listing: listings, needZh: needColumns.titleZh, needEn: needColumns.titleEn })
    .from(requests)
    .leftJoin(listings, eq(listings.id, requests.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .where(eq(requests.id, requestId))
  const zh = row?.listing?.titleZh || row?.needZh || title
  return { zh, en: row?.listing?.titleEn || row?.needEn || zh }
}

const rightsIn = async (db: Reader, listingId: string | null): Promise<ClauseFacts['rights']> => {
  if (listingId === null) return []
  return db
    .select({
      kind: rights.kind,
      title: rights.title,
      number: rights.number,
      ownerNames: rights.ownerNames,
      filedOn: rights.filedOn,
      grantedOn: rights.grantedOn,
      expiresOn: rights.expiresOn,
    })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
}

/** All that the text of a contract is written from. */
export const readClauseFacts = async (db: Reader, contract: ContractRow): Promise<ClauseFacts> => {
  const parties = await partiesOf(db, contract)
  const subject = await subjectOf(db, contract)
  return { ...contract, ...parties, subject, rights: await rightsIn(db, contract.listingId) }
}
