import type { Action } from './policy.ts'

/**
 * Actions that bind an organization, move its money or change how somebody proves who they are: the person at the
 * session must have confirmed it within the last minutes (identity/confirmation.ts).
 */
export const CONFIRMED_ACTIONS: readonly Action[] = [
  'contract.sign',
  'contract.sign_amendment',
  'contract.end',
  'nda.accept',
  'licence_offer.publish',
  'licence_offer.take',
  'account.change_second_factors',
  'payment.confirm',
  'payment.capture',
  'payment.release',
  'payment.refund',
  'payment.confirm_refund',
  'payout_account.edit',
]
