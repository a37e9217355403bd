import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { requireActor, type ServiceContext } from '../index.ts'
import { type CertificateRecord, readCertificate } from './get-certificate.ts'
import { findRegistration, relationsToRegistration } from './records.ts'

/**
 * The certificate for whoever may read the registration, without its code. Refuses with `registration.not_found` or,
 * before it is registered, `certificate.not_found`.
 */
export const getRegistrationCertificate = async (
  context: ServiceContext,
  registrationId: string,
): Promise<CertificateRecord> => {
  const actor = requireActor(context)
  const record = await findRegistration(context.db, registrationId)
  authorize(actor, 'registration.read', relationsToRegistration(actor, record))
  if (record.number === null) throw refuse('not-found', 'certificate.not_found')
  return readCertificate(context, record)
}
