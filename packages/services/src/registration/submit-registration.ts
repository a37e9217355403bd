import { contracts } from '@market/database/schema'
import { refuseFields, shanghaiDateOf } from '@market/domain'
import { registrationProblems } from '@market/domain/registration'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { filersWith } from './edit-registration.ts'
import { assertRegistrable } from './file-registration.ts'
import type { RegistrationRecord } from './records.ts'
import { stepRegistration } from './step-registration.ts'

/**
 * Hands the form to the registrars; after a correction the clock starts anew. Refuses with `registration.invalid`
 * (problems field by field), `registration.duplicate`, `registration.wrong_state` or `contract.wrong_state`.
 */
export const submitRegistration = (
  context: ServiceContext,
  registrationId: string,
): Promise<RegistrationRecord> =>
  stepRegistration(context, {
    registrationId,
    command: 'submit',
    event: 'registration.submitted',
    change: async (before, { tx, now }, { userId }) => {
      const problems = registrationProblems(before, shanghaiDateOf(now))
      if (problems.length > 0) throw refuseFields('registration.invalid', problems)
      const [contract] = await tx
        .select({ state: contracts.state })
        .from(contracts)
        .where(eq(contracts.id, before.contractId))
      if (contract) assertRegistrable(contract.state)
      return { submittedAt: now, filers: filersWith(before, userId) }
    },
  })
