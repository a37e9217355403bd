import {
  auditEntries,
  type contractAmendmentSignatures,
  type contractSignatures,
  type organizations,
} from '@market/database/schema'
import type { SigningMethod } from '@market/domain/contracts'
import type { ConfirmationMethod } from '@market/domain/identity'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import type { ContractRow } from './contract-records.ts'

export interface SignatureEvidence {
  organizationId: string
  organizationZh: string
  organizationEn: string
  side: 'seller' | 'buyer'
  name: string
  at: Date
  method: SigningMethod
  confirmationMethod: ConfirmationMethod | null
  sha256: string
  pageHashes: string[] | null
  /** Where the signature stands in the audit chain. */
  auditPosition: number | null
  auditHash: string | null
}

/** Where signatures on a contract's documents stand in the audit chain, in its order; `which`: the steps that count. */
export const readSignatureChain = ({ db }: ServiceContext, contractId: string, which: SQL | undefined) =>
  db
    .select({
      position: auditEntries.position,
      hash: auditEntries.hash,
      organizationId: auditEntries.actorOrganizationId,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectType, 'contract'), eq(auditEntries.subjectId, contractId), which))
    .orderBy(asc(auditEntries.position))

type Kept = 'confirmationMethod' | 'sha256' | 'pageHashes'

interface Signed {
  signature:
    | Pick<typeof contractSignatures.$inferSelect, Kept>
    | Pick<typeof contractAmendmentSignatures.$inferSelect, Kept>
  organization: typeof organizations.$inferSelect
  name: string
  at: Date
  method: SigningMethod
}

/** What the page of evidence says of one signature. */
export const signatureEvidence = (
  { sellerId }: Pick<ContractRow, 'sellerId'>,
  chain: Awaited<ReturnType<typeof readSignatureChain>>,
  { signature, organization, name, at, method }: Signed,
): SignatureEvidence => {
  const entry = chain.findLast(({ organizationId }) => organizationId === organization.id)
  const { confirmationMethod, sha256, pageHashes } = signature
  return {
    organizationId: organization.id,
    organizationZh: organization.nameZh,
    organizationEn: organization.nameEn,
    side: organization.id === sellerId ? 'seller' : 'buyer',
    name,
    at,
    method,
    confirmationMethod,
    sha256,
    pageHashes,
    auditPosition: entry?.position ?? null,
    auditHash: entry?.hash ?? null,
  }
}
