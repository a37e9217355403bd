import type { Database, Transaction } from '@market/database'
import {
  contractSignatures,
  listingRights,
  listings,
  organizations,
  rewardSplits,
  rights,
} from '@market/database/schema'
import { type TextFacts, textFacts } from '@market/domain/contracts'
import type { PrecheckDeal } from '@market/domain/registration'
import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { asAmended } from './amendments/amendment-records.ts'
import type { ContractRow } from './contract-records.ts'
import { readPrecheckNotice } from './notices/notice-records.ts'
import { readClauseFacts } from './text/read-clause-facts.ts'
import { textStanding } from './text/text-records.ts'

type Reader = Database | Transaction

const UNLISTED: PrecheckDeal['listing'] = { kind: null, priceMode: null, maturityLevel: null }

const listingOf = async (db: Reader, id: string | null): Promise<PrecheckDeal['listing']> => {
  if (id === null) return UNLISTED
  const [listing] = await db
    .select({
      kind: listings.kind,
      priceMode: listings.priceMode,
      maturityLevel: listings.maturityLevel,
    })
    .from(listings)
    .where(eq(listings.id, id))
  if (!listing) throw new Error('The listing of a contract cannot be gone.')
  return listing
}

const partiesOf = async (db: Reader, { sellerId, buyerId }: ContractRow) => {
  const rows = await db
    .select({
      id: organizations.id,
      organizationKind: organizations.kind,
      stateOwned: organizations.stateOwned,
    })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId]))
  const party = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) throw new Error('A contract without its parties cannot exist.')
    return row
  }
  return { seller: party(sellerId), buyer: party(buyerId) }
}

const rightsIn = async (db: Reader, listingId: string | null): Promise<PrecheckDeal['rights']> => {
  if (listingId === null) return []
  return db
    .select({
      kind: rights.kind,
      number: rights.number,
      ownerNames: rights.ownerNames,
      filedOn: rights.filedOn,
      expiresOn: rights.expiresOn,
      legalStatus: rights.legalStatus,
    })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
}

const countFiles = async (db: Reader, contractId: string): Promise<number> => {
  const [row] = await db
    .select({ files: count() })
    .from(contractSignatures)
    .where(eq(contractSignatures.contractId, contractId))
  return row?.files ?? 0
}

/** What inventors get, once the seller has approved it; the pre-check is told no more of it. */
const readRewardPart = async (db: Reader, contractId: string): Promise<number | undefined> => {
  const [row] = await db
    .select({ inventorPart: rewardSplits.inventorPart })
    .from(rewardSplits)
    .where(and(eq(rewardSplits.contractId, contractId), eq(rewardSplits.state, 'approved')))
  return row?.inventorPart
}

const textFactsOf = async (db: Reader, contract: ContractRow): Promise<TextFacts | null> => {
  const standing = await textStanding(db, contract)
  if (standing === null) return null
  const facts = await readClauseFacts(db, contract)
  return textFacts(facts, standing.text.articles, standing.agreed && !standing.stale)
}

/** An amended amount was agreed as the first one was. */
const termsOf = ({ terms, contractAmountFen }: ContractRow, amended: ContractRow): PrecheckDeal['terms'] =>
  amended.contractAmountFen === contractAmountFen ? terms : { ...terms, totalFen: amended.contractAmountFen }

/** What the deal behind a contract tells the pre-check. */
export const readDealFacts = async (db: Reader, contract: ContractRow): Promise<PrecheckDeal> => {
  const [amended = contract] = await asAmended(db, [contract])
  const [listing, parties, held, signedFiles, text, notice, rewardPart] = await Promise.all([
    listingOf(db, contract.listingId),
    partiesOf(db, contract),
    rightsIn(db, contract.listingId),
    countFiles(db, contract.id),
    textFactsOf(db, contract),
    readPrecheckNotice(db, contract.id),
    readRewardPart(db, contract.id),
  ])
  return {
    terms: termsOf(contract, amended),
    listing,
    ...parties,
    rights: held,
    signedFiles,
    ...(text ? { text } : {}),
    ...(notice ? { notice } : {}),
    ...(rewardPart === undefined ? {} : { rewardPart }),
  }
}
