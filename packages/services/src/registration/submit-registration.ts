import { refuseFields } from '@market/domain'
import { blockingProblems, type PrecheckFinding } from '@market/domain/registration'
import type { ServiceContext } from '../index.ts'
import { filersWith } from './edit-registration.ts'
import { requireStillRegistrable } from './file-registration.ts'
import { keepPrecheck, precheckForm } from './precheck.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

/**
 * Hands the form to the registrars and keeps what the pre-check found; after a correction the clock starts anew. Refuses
 * with `registration.invalid` (problems field by field), `registration.duplicate`, `registration.wrong_state` or
 * `contract.wrong_state`.
 */
export const submitRegistration = (
  context: ServiceContext,
  registrationId: string,
): Promise<RegistrationRecord> => {
  let findings: PrecheckFinding[] = []
  return stepRegistration(context, {
    registrationId,
    command: 'submit',
    event: 'registration.submitted',
    change: async (before, { tx, now }, { userId }) => {
      findings = await precheckForm(tx, before, 'filing', now)
      const problems = blockingProblems(findings)
      if (problems.length > 0) throw refuseFields('registration.invalid', problems)
      await requireStillRegistrable(tx, before.contractId)
      return { submittedAt: now, filers: filersWith(before, userId) }
    },
    follow: (after, unit, { userId }) =>
      keepPrecheck(unit, after, { stage: 'filing', findings, checkedBy: userId }),
  })
}
