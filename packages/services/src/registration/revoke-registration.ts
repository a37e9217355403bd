import type { ServiceContext } from '../index.ts'
import { amendRegister } from './amend-register.ts'
import type { EndRegistrationInput } from './cancel-registration.ts'
import { bookReversed } from './ledger.ts'
import type { RegistrationRecord } from './records.ts'

/** 撤销: the certificate was obtained by fraud; also possible once it has been cancelled. */
export const revokeRegistration = (
  context: ServiceContext,
  { registrationId, reason }: EndRegistrationInput,
): Promise<RegistrationRecord> =>
  amendRegister(context, {
    registrationId,
    command: 'revoke',
    reason,
    change: () => ({}),
    book: bookReversed,
  })
