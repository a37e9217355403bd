import type { Role } from '../index.ts'

export const SECOND_FACTOR_KINDS = ['authenticator', 'passkey'] as const
export type SecondFactorKind = (typeof SECOND_FACTOR_KINDS)[number]

/** What a person can answer with. A mailed code serves those who have set up nothing of their own. */
export const CONFIRMATION_METHODS = ['authenticator', 'passkey', 'recovery', 'mail'] as const
export type ConfirmationMethod = (typeof CONFIRMATION_METHODS)[number]

/** How long one confirmation covers signatures and money. */
export const CONFIRMATION_MINUTES = 15

export const confirmationEndsAt = (confirmedAt: Date): Date =>
  new Date(confirmedAt.getTime() + CONFIRMATION_MINUTES * 60_000)

const TRUSTED_ROLES: readonly Role[] = ['owner', 'signatory', 'finance']

/** Whether these roles may bind or pay for an organization, so that a market that asks for it wants a factor of their own. */
export const needsOwnFactor = (roles: readonly Role[], marketAsks: boolean): boolean =>
  marketAsks && roles.some((role) => TRUSTED_ROLES.includes(role))

/** The methods open to a person: their own factors, or a code by mail for those who have none. */
export const methodsFor = (
  kinds: readonly SecondFactorKind[],
  recoveryCodesLeft: number,
): ConfirmationMethod[] => {
  const own = SECOND_FACTOR_KINDS.filter((kind) => kinds.includes(kind))
  if (own.length === 0) return ['mail']
  return recoveryCodesLeft > 0 ? [...own, 'recovery'] : own
}
