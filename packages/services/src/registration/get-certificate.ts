import { organizations, registrations, registrationVersions } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { parseRegistrationNumber } from '@market/domain/identifiers'
import { authorize } from '@market/domain/policy'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import type { RegistrationRecord } from './records.ts'
import { isVerificationCode } from './verification-code.ts'
import type { RegistrationVersionRecord } from './versions.ts'

export interface GetCertificateInput {
  number: string
  code?: string | undefined
}

export interface CertificateRecord {
  record: RegistrationRecord
  /** At least the first entry; the newest last. */
  versions: [RegistrationVersionRecord, ...RegistrationVersionRecord[]]
  /** A party invented for demonstration. */
  sample: boolean
}

const findByNumber = async ({ db }: ServiceContext, typed: string): Promise<RegistrationRecord | null> => {
  const parsed = parseRegistrationNumber(typed)
  if (!parsed.ok) return null
  const [row] = await db.select().from(registrations).where(eq(registrations.number, parsed.value))
  return row ?? null
}

const isSample = async (
  { db }: Pick<ServiceContext, 'db'>,
  { sellerId, buyerId, agencyId }: RegistrationRecord,
) => {
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inArray(organizations.id, [sellerId, buyerId, agencyId]), eq(organizations.sample, true)))
    .limit(1)
  return rows.length > 0
}

/** Everything a certificate states of a registered record; who may see it is asked before. */
export const readCertificate = async (
  context: Pick<ServiceContext, 'db'>,
  record: RegistrationRecord,
): Promise<CertificateRecord> => {
  const [first, ...later] = await context.db
    .select()
    .from(registrationVersions)
    .where(eq(registrationVersions.registrationId, record.id))
    .orderBy(asc(registrationVersions.version))
  if (!first) throw new Error(`Registration ${record.id} has a number and no version.`)
  return { record, versions: [first, ...later], sample: await isSample(context, record) }
}

/**
 * The public check of a certificate. Refuses with `certificate.code_required` whatever the number is, and with
 * `certificate.not_found` alike for a number never given and a wrong code, so that numbers cannot be tried out.
 */
export const getCertificate = async (
  context: ServiceContext,
  { number, code = '' }: GetCertificateInput,
): Promise<CertificateRecord> => {
  authorize(context.actor, 'certificate.read')
  if (code.trim() === '') {
    throw refuseFields('certificate.code_required', [{ path: 'code', code: 'certificate.code_required' }])
  }
  const record = await findByNumber(context, number)
  if (!isVerificationCode(code, record?.verificationCode ?? null) || !record) {
    throw refuse('not-found', 'certificate.not_found')
  }
  return readCertificate(context, record)
}
