import { refuse } from '../index.ts'
import type { Regime } from '../regimes/index.ts'

/** Throws forbidden 'registration.examiner_is_filer': two different people, whatever their roles. */
export const requireOtherPerson = (examinerUserId: string, filedByUserId: string): void => {
  if (examinerUserId === filedByUserId) throw refuse('forbidden', 'registration.examiner_is_filer')
}

/** Throws precondition 'registration.registered_before_submitted'. */
export const requireRegisteredAfterSubmitted = (submittedAt: Date, registeredAt: Date): void => {
  if (registeredAt.getTime() < submittedAt.getTime()) {
    throw refuse('precondition', 'registration.registered_before_submitted')
  }
}

/** Throws invalid 'registration.reason_unknown' for a reason outside the regime's list or named twice, or 'other' without words. */
export const requireKnownReasons = (
  regime: Regime,
  reasons: readonly { code: string; words: string }[],
): void => {
  const known = regime.refusals.reasons.map(({ code }) => code)
  const problems = reasons.flatMap(({ code, words }, index) => {
    if (!known.includes(code)) {
      return [{ path: `reasons.${index}.code`, code: 'registration.reason_unknown', params: { known } }]
    }
    if (reasons.findIndex((reason) => reason.code === code) < index) {
      return [{ path: `reasons.${index}.code`, code: 'registration.reason_twice' }]
    }
    const wordless = code === 'other' && words.trim() === ''
    return wordless ? [{ path: `reasons.${index}.words`, code: 'field.required' }] : []
  })
  if (reasons.length === 0) problems.push({ path: 'reasons', code: 'field.required' })
  if (problems.length > 0) throw refuse('invalid', 'registration.reasons_invalid', { problems })
}
