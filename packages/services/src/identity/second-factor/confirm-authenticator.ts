import { inUnitOfWork } from '@market/database'
import { secondFactors } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { clearFactorCount, countFactorAnswer } from '../throttle.ts'
import { useAuthenticatorCode } from './authenticators.ts'
import { factorOf } from './factors.ts'
import { noteNewFactor } from './note-new-factor.ts'
import { requireSessionPerson } from './session-person.ts'
import { wrongAnswer } from './wrong-answer.ts'

/**
 * The first code typed back makes an authenticator count. Answers with new recovery codes when it is the first factor,
 * else with none. Refuses with `second_factor.not_found`, `second_factor.wrong` or `login.throttled`.
 */
export const confirmAuthenticator = async (
  context: ServiceContext,
  { id, code }: { id: string; code: string },
): Promise<string[]> => {
  const { actor, session, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  await countFactorAnswer(context, user.id)
  const codes = await inUnitOfWork(context, async (unit) => {
    const prepared = and(
      eq(secondFactors.id, id),
      eq(secondFactors.userId, user.id),
      isNull(secondFactors.confirmedAt),
    )
    const [row] = await unit.tx
      .update(secondFactors)
      .set({ confirmedAt: unit.now })
      .where(prepared)
      .returning()
    const factor = row && factorOf(row)
    if (factor?.kind !== 'authenticator') throw refuse('not-found', 'second_factor.not_found')
    const right = await useAuthenticatorCode(context, unit, factor, code.replaceAll(/\s/g, ''))
    if (!right) throw wrongAnswer('code')
    return noteNewFactor(context, unit, { userId: user.id, sessionId: session.id, factor })
  })
  await clearFactorCount(context, user.id)
  return codes
}
