export { type ConfirmPasswordResetInput, confirmPasswordReset } from './confirm-password-reset.ts'
export { getMe, type MeRecord } from './get-me.ts'
export { type ActorConditions, loadActor, type SessionClaims } from './load-actor.ts'
export { type LogInInput, logIn } from './log-in.ts'
export { logOut } from './log-out.ts'
export { refreshSession } from './refresh-session.ts'
export { type RegisterAccountInput, registerAccount } from './register-account.ts'
export { requestPasswordReset } from './request-password-reset.ts'
export { addAuthenticator, type NewAuthenticator } from './second-factor/add-authenticator.ts'
export {
  type AddPasskeyInput,
  addPasskey,
  type NewPasskeyQuestion,
  preparePasskey,
} from './second-factor/add-passkey.ts'
export { type AskConfirmationInput, askConfirmation } from './second-factor/ask-confirmation.ts'
export { type CompleteLogInInput, completeLogIn } from './second-factor/complete-log-in.ts'
export { confirmAuthenticator } from './second-factor/confirm-authenticator.ts'
export { type ConfirmSessionInput, confirmSession } from './second-factor/confirm-session.ts'
export { getSecurity, type SecurityRecord } from './second-factor/get-security.ts'
export type { PasskeyQuestion } from './second-factor/passkeys.ts'
export type { Proof } from './second-factor/prove.ts'
export { type RelyingParty, relyingPartyAt } from './second-factor/relying-party.ts'
export { removeSecondFactor } from './second-factor/remove-second-factor.ts'
export { renewRecoveryCodes } from './second-factor/renew-recovery-codes.ts'
export type { AccountRecord, OpenedSession } from './sessions.ts'
export { switchOrganization } from './switch-organization.ts'
