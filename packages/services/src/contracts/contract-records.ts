import type { Database, Transaction, UnitOfWork } from '@market/database'
import { contractSignatures, contracts, listingRights, rights } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { ContractDraft, LicensedRight } from '@market/domain/contracts'
import type { Stakeholders } from '@market/domain/policy'
import { and, asc, eq, or } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'

export type ContractRow = typeof contracts.$inferSelect
export type SignatureRow = typeof contractSignatures.$inferSelect

export const stakeholdersOf = (contract: ContractRow): Stakeholders => ({
  sellerOrganizationId: contract.sellerId,
  buyerOrganizationId: contract.buyerId,
  agencyOrganizationId: contract.agencyId,
})

/** The contracts an organization may see: its own and those entrusted to it. */
export const seenBy = (organizationId: string) =>
  or(
    eq(contracts.sellerId, organizationId),
    eq(contracts.buyerId, organizationId),
    eq(contracts.agencyId, organizationId),
  )

/** Reads a contract the actor may see and holds it until the unit of work ends. Refuses with `contract.not_found`. */
export const holdContract = async (tx: Transaction, actor: MemberActor, id: string): Promise<ContractRow> => {
  const [row] = await tx
    .select()
    .from(contracts)
    .where(and(eq(contracts.id, id), seenBy(actor.organizationId)))
    .for('update')
  if (!row) throw refuse('not-found', 'contract.not_found')
  return row
}

/** The rights the contract's listing offers, on whose life the end of a licence depends. */
export const rightsOf = async (
  db: Database | Transaction,
  listingId: string | null,
): Promise<LicensedRight[]> => {
  if (listingId === null) return []
  return db
    .select({ kind: rights.kind, filedOn: rights.filedOn, compensationDays: rights.compensationDays })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
}

/** The contract as the domain judges it. */
export const draftOf = (contract: ContractRow, licensed: readonly LicensedRight[]): ContractDraft => ({
  ...contract,
  transferMode: contract.terms.transferMode,
  rights: licensed,
})

export const signaturesOf = (tx: Transaction, contractId: string): Promise<SignatureRow[]> =>
  tx.select().from(contractSignatures).where(eq(contractSignatures.contractId, contractId))

/** Stores what changed, if nobody changed the contract since `before`. Refuses with `contract.changed_meanwhile`. */
export const storeContract = async (
  { tx, now }: UnitOfWork,
  before: ContractRow,
  changes: Partial<ContractRow>,
): Promise<ContractRow> => {
  const { id, state, revision } = before
  const [after] = await tx
    .update(contracts)
    .set({ ...changes, updatedAt: now })
    .where(and(eq(contracts.id, id), eq(contracts.state, state), eq(contracts.revision, revision)))
    .returning()
  if (!after) throw refuse('conflict', 'contract.changed_meanwhile', { revision })
  return after
}

/** What an event about a contract tells its readers: the parties and who moved. */
export const contractEvent = (contract: ContractRow, byOrganizationId: string) => ({
  contractId: contract.id,
  requestId: contract.requestId,
  listingId: contract.listingId,
  sellerId: contract.sellerId,
  buyerId: contract.buyerId,
  agencyId: contract.agencyId,
  byOrganizationId,
})

/** Refuses with `contract.changed_meanwhile` when the reader saw an older text than the one at hand. */
export const requireRevision = (contract: ContractRow, read: number): void => {
  if (contract.revision !== read) {
    throw refuse('conflict', 'contract.changed_meanwhile', { revision: contract.revision })
  }
}
