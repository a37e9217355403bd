import { inUnitOfWork } from '@market/database'
import { confirmationEndsAt } from '@market/domain/identity'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../../index.ts'
import { passwordMatches } from '../passwords.ts'
import { clearFactorCount, countFactorAnswer } from '../throttle.ts'
import { type Proof, prove } from './prove.ts'
import type { RelyingParty } from './relying-party.ts'
import { rememberConfirmation } from './remember-confirmation.ts'
import { requireSessionPerson } from './session-person.ts'
import { wrongAnswer } from './wrong-answer.ts'

export interface ConfirmSessionInput {
  password: string
  proof: Proof
  party: RelyingParty | null
}

/**
 * Password and one-time code (or passkey) again, so that signatures and money are the person's own doing; good for
 * a quarter of an hour. Answers with the instant it ends. Refuses with `second_factor.wrong`,
 * `second_factor.method_closed` or `login.throttled`.
 */
export const confirmSession = async (
  context: ServiceContext,
  { password, proof, party }: ConfirmSessionInput,
): Promise<Date> => {
  const { actor, session, user } = await requireSessionPerson(context)
  authorize(actor, 'account.confirm')
  await countFactorAnswer(context, user.id)
  if (!(await passwordMatches(user.passwordHash, password))) throw wrongAnswer('password')
  const endsAt = await inUnitOfWork(context, async (unit) => {
    await prove(context, unit, proof, { userId: user.id, party })
    await rememberConfirmation(unit, { sessionId: session.id, userId: user.id, method: proof.method })
    unit.audit({
      action: 'account.confirm',
      subjectType: 'user',
      subjectId: user.id,
      after: { sessionId: session.id, method: proof.method },
    })
    return confirmationEndsAt(unit.now)
  })
  await clearFactorCount(context, user.id)
  return endsAt
}
