import type { ServiceContext } from '../index.ts'
import { amendRegister } from './amend-register.ts'
import { bookReversed } from './ledger.ts'
import type { RegistrationRecord } from './records.ts'

export interface EndRegistrationInput {
  registrationId: string
  reason: string
}

/** 注销: the contract was rescinded. The number stays; the ledger takes the entry back. */
export const cancelRegistration = (
  context: ServiceContext,
  { registrationId, reason }: EndRegistrationInput,
): Promise<RegistrationRecord> =>
  amendRegister(context, {
    registrationId,
    command: 'cancel',
    reason,
    change: () => ({}),
    book: bookReversed,
  })
