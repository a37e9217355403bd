import { auditEntries, contractSignatures, organizations, users } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { SigningMethod } from '@market/domain/contracts'
import type { ConfirmationMethod } from '@market/domain/identity'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { findContract } from './text/get-text.ts'
import type { PrintableText } from './text/text-document.ts'
import { latestText } from './text/text-records.ts'

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

export interface SigningEvidence {
  contractId: string
  /** Of what was signed. */
  title: string
  /** Null for a contract signed on paper. */
  text: PrintableText | null
  sample: boolean
  signatures: SignatureEvidence[]
}

const chainOf = ({ db }: ServiceContext, id: string) =>
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
        eq(auditEntries.subjectId, id),
        inArray(auditEntries.action, ['contract.sign', 'contract.sign_text']),
      ),
    )
    .orderBy(asc(auditEntries.position))

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
  const chain = await chainOf(context, id)
  const electronic = rows.some(({ signature }) => signature.method === 'electronic')
  const sample = rows.some(({ organization }) => organization.sample)
  const { title } = contract
  const text = electronic ? await latestText(context.db, id) : undefined
  return {
    contractId: id,
    title,
    text: text ? { ...text, title, sample } : null,
    sample,
    signatures: rows.map(({ signature, organization, name }) => {
      const entry = chain.findLast(({ organizationId }) => organizationId === signature.organizationId)
      return {
        organizationId: organization.id,
        organizationZh: organization.nameZh,
        organizationEn: organization.nameEn,
        side: organization.id === contract.sellerId ? ('seller' as const) : ('buyer' as const),
        name,
        at: signature.confirmedAt ?? signature.attachedAt,
        method: signature.method,
        confirmationMethod: signature.confirmationMethod,
        sha256: signature.sha256,
        pageHashes: signature.pageHashes,
        auditPosition: entry?.position ?? null,
        auditHash: entry?.hash ?? null,
      }
    }),
  }
}
