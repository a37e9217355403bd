import { auditEntries, contractAmendmentSignatures, organizations, users } from '@market/database/schema'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import type { SigningEvidence } from '../get-signing-evidence.ts'
import { readSignatureChain, signatureEvidence } from '../signature-evidence.ts'
import { findContract } from '../text/get-text.ts'
import type { PrintableText } from '../text/text-document.ts'
import { findAmendment, printableAmendment } from './amendment-records.ts'
import type { AmendmentInput } from './settle-amendment.ts'

/** The signatures on one amendment, among a contract's steps. */
const signingOf = (amendmentId: string) =>
  and(
    eq(auditEntries.action, 'contract.sign_amendment'),
    sql`${auditEntries.after} -> 'details' ->> 'amendmentId' = ${amendmentId}`,
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
  const chain = await readSignatureChain(context, id, signingOf(amendment.id))
  return {
    contractId: id,
    title: text.title,
    text,
    sample: text.sample,
    signatures: rows.map(({ signature, organization, name }) =>
      signatureEvidence(contract, chain, {
        signature,
        organization,
        name,
        at: signature.signedAt,
        method: 'electronic',
      }),
    ),
  }
}
