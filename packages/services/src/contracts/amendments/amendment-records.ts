import type { Database, Transaction } from '@market/database'
import {
  contractAmendmentSignatures,
  contractAmendments,
  contractSignatures,
  contractTexts,
  organizations,
} from '@market/database/schema'
import { refuse } from '@market/domain'
import {
  AMENDABLE_CONTRACT_STATES,
  type AmendedFigures,
  type Article,
  amendmentTitle,
  type ContractStanding,
  standingAfter,
} from '@market/domain/contracts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ContractRow } from '../contract-records.ts'
import type { PrintableText } from '../text/text-document.ts'

export type AmendmentRow = typeof contractAmendments.$inferSelect
export type AmendmentSignatureRow = typeof contractAmendmentSignatures.$inferSelect

type Reader = Database | Transaction

/** The amendments of a contract, the first first. */
export const amendmentsOf = (db: Reader, contractId: string): Promise<AmendmentRow[]> =>
  db
    .select()
    .from(contractAmendments)
    .where(eq(contractAmendments.contractId, contractId))
    .orderBy(asc(contractAmendments.number))

/** Refuses with `amendment.not_found`. */
export const findAmendment = async (
  db: Reader,
  contractId: string,
  number: number,
): Promise<AmendmentRow> => {
  const [row] = await db
    .select()
    .from(contractAmendments)
    .where(and(eq(contractAmendments.contractId, contractId), eq(contractAmendments.number, number)))
  if (!row) throw refuse('not-found', 'amendment.not_found')
  return row
}

export const amendmentSignaturesOf = (db: Reader, amendmentId: string): Promise<AmendmentSignatureRow[]> =>
  db
    .select()
    .from(contractAmendmentSignatures)
    .where(eq(contractAmendmentSignatures.amendmentId, amendmentId))
    .orderBy(asc(contractAmendmentSignatures.signedAt))

const inForce = (rows: readonly AmendmentRow[]): AmendedFigures[] =>
  rows.filter(({ state }) => state === 'in_force')

/** What the contract states after its amendments in force. */
export const standingOf = (contract: ContractRow, rows: readonly AmendmentRow[]): ContractStanding =>
  standingAfter(contract, inForce(rows))

/** These contracts with amounts and end as amended; their own rows stay as they were signed. */
export const asAmended = async <Row extends ContractRow>(
  db: Reader,
  contracts: readonly Row[],
): Promise<Row[]> => {
  const ids = contracts.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(contractAmendments)
    .where(and(inArray(contractAmendments.contractId, ids), eq(contractAmendments.state, 'in_force')))
    .orderBy(asc(contractAmendments.number))
  return contracts.map((contract) => ({
    ...contract,
    ...standingAfter(
      contract,
      rows.filter(({ contractId }) => contractId === contract.id),
    ),
  }))
}

export interface SignedDocument {
  /** Its articles; null for a contract signed on paper. */
  articles: readonly Article[] | null
  /** SHA-256 of the file both sides signed; null where none is kept here. */
  sha256: string | null
}

/** What both sides signed. */
export const signedDocumentOf = async (db: Reader, contractId: string): Promise<SignedDocument> => {
  const [row] = await db
    .select({ sha256: contractSignatures.sha256, articles: contractTexts.articles })
    .from(contractSignatures)
    .leftJoin(contractTexts, eq(contractTexts.id, contractSignatures.textId))
    .where(eq(contractSignatures.contractId, contractId))
    .limit(1)
  return { articles: row?.articles ?? null, sha256: row?.sha256 ?? null }
}

/** Refuses with `contract.wrong_state` unless the contract binds both sides now. */
export const requireAmendable = ({ state }: ContractRow): void => {
  const allowed: readonly string[] = AMENDABLE_CONTRACT_STATES
  if (!allowed.includes(state)) throw refuse('conflict', 'contract.wrong_state', { state, allowed })
}

/** The document as it is printed and signed. */
export const printableAmendment = async (
  db: Reader,
  { id, title, sellerId, buyerId }: ContractRow,
  { number, sha256, articles, proposedAt }: AmendmentRow,
): Promise<PrintableText> => {
  const sides = await db
    .select({ sample: organizations.sample })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId]))
  return {
    contractId: id,
    title: amendmentTitle(title, number),
    version: number,
    sha256,
    createdAt: proposedAt,
    articles,
    sample: sides.some(({ sample }) => sample),
  }
}
