import { auditEntries, contractAmendmentSignatures, organizations, users } from '@market/database/schema'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import type { SigningEvidence } from '../get-signing-evidence.ts'
import { findContract } from '../text/get-text.ts'
import type { PrintableText } from '../text/text-document.ts'
import { findAmendment, printableAmendment } from './amendment-records.ts'
import type { AmendmentInput } from './settle-amendment.ts'

/** Where the signatures on this amendment stand in the audit chain. */
const chainOf = ({ db }: ServiceContext, contractId: string, amendmentId: string) =>
  db
    .select({
      position: auditEntries.position,
      hash: auditEntries.hash,
      organizationId: auditEntries.actorOrganizationId,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectType, 'contract'),
        eq(auditEntries.subjectId, contractId),
        eq(auditEntries.action, 'contract.sign_amendment'),
        sql`${auditEntries.after} -> 'details' ->> 'amendmentId' = ${amendmentId}`,
      ),
    )

/**
 * An amendment and who signed it when and how, as its PDF shows it; nobody while none has. Refuses with
 * `contract.not_found` and `amendment.not_found`.
 */
export const getAmendmentEvidence = async (
  context: ServiceContext,
  { id, number }: AmendmentInput,
): Promise<SigningEvidence & { text: PrintableText }> => {
  const contract = await findContract(context, id)
  const amendment = await findAmendment(context.db, id, number)
  const text = await printableAmendment(context.db, contract, amendment)
  const rows = await context.db
    .select({ signature: contractAmendmentSignatures, organization: organizations, name: users.name })
    .from(contractAmendmentSignatures)
    .innerJoin(organizations, eq(organizations.id, contractAmendmentSignatures.organizationId))
    .innerJoin(users, eq(users.id, contractAmendmentSignatures.signedBy))
    .where(eq(contractAmendmentSignatures.amendmentId, amendment.id))
    .orderBy(asc(contractAmendmentSignatures.signedAt))
  const chain = await chainOf(context, id, amendment.id)
  return {
    contractId: id,
    title: text.title,
    text,
    sample: text.sample,
    signatures: rows.map(({ signature, organization, name }) => {
      const entry = chain.find(({ organizationId }) => organizationId === organization.id)
      return {
        organizationId: organization.id,
        organizationZh: organization.nameZh,
        organizationEn: organization.nameEn,
        side: organization.id === contract.sellerId ? ('seller' as const) : ('buyer' as const),
        name,
        at: signature.signedAt,
        method: 'electronic' as const,
        confirmationMethod: signature.confirmationMethod,
        sha256: signature.sha256,
        pageHashes: signature.pageHashes,
        auditPosition: entry?.position ?? null,
        auditHash: entry?.hash ?? null,
      }
    }),
  }
}
