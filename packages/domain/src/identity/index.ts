export {
  CONFIRMATION_METHODS,
  CONFIRMATION_MINUTES,
  type ConfirmationMethod,
  confirmationEndsAt,
  methodsFor,
  needsOwnFactor,
  SECOND_FACTOR_KINDS,
  type SecondFactorKind,
} from './confirmation.ts'
