import { auditEntries, contractSignatures, organizations, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import { asc, eq, inArray } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { readSignatureChain, type SignatureEvidence, signatureEvidence } from './signature-evidence.ts'
import { findContract } from './text/get-text.ts'
import type { PrintableText } from './text/text-document.ts'
import { latestText } from './text/text-records.ts'

export interface SigningEvidence {
  contractId: string
  /** Of what was signed. */
  title: string
  /** Null for a contract signed on paper. */
  text: PrintableText | null
  sample: boolean
  signatures: SignatureEvidence[]
}

/**
 * Who signed what, when and how, for the page of evidence. Refuses with `contract.not_found` and, while nobody has signed,
 * `contract.not_signed`.
 */
export const getSigningEvidence = async (context: ServiceContext, id: string): Promise<SigningEvidence> => {
  const contract = await findContract(context, id)
  const rows = await context.db
    .select({ signature: contractSignatures, organization: organizations, name: users.name })
    .from(contractSignatures)
    .innerJoin(organizations, eq(organizations.id, contractSignatures.organizationId))
    .innerJoin(users, eq(users.id, contractSignatures.confirmedBy))
    .where(eq(contractSignatures.contractId, id))
    .orderBy(asc(contractSignatures.confirmedAt), asc(contractSignatures.organizationId))
  if (rows.length === 0) throw refuse('precondition', 'contract.not_signed')
  const signing = inArray(auditEntries.action, ['contract.sign', 'contract.sign_text'])
  const chain = await readSignatureChain(context, id, signing)
  const electronic = rows.some(({ signature }) => signature.method === 'electronic')
  const sample = rows.some(({ organization }) => organization.sample)
  const { title } = contract
  const text = electronic ? await latestText(context.db, id) : undefined
  return {
    contractId: id,
    title,
    text: text ? { ...text, title, sample } : null,
    sample,
    signatures: rows.map(({ signature, organization, name }) =>
      signatureEvidence(contract, chain, {
        signature,
        organization,
        name,
        at: signature.confirmedAt ?? signature.attachedAt,
        method: signature.method,
      }),
    ),
  }
}
