import { inUnitOfWork } from '@market/database'
import { identityChallenges } from '@market/database/schema'
import { refuse } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { accountOf, firstOrganizationOf, holdAccount, type OpenedSession, openSession } from '../sessions.ts'
import { clearFactorCount, countFactorAnswer } from '../throttle.ts'
import { settleChallenge } from './challenges.ts'
import { type Proof, prove } from './prove.ts'
import type { RelyingParty } from './relying-party.ts'
import { rememberConfirmation } from './remember-confirmation.ts'

export interface CompleteLogInInput {
  /** From the refusal `login.second_factor_required`. */
  ticket: string
  proof: Proof
  party: RelyingParty | null
}

const personAsked = async (context: ServiceContext, ticket: string) => {
  const id = context.seals.open('log-in', ticket)
  const [row] = id
    ? await context.db.select().from(identityChallenges).where(eq(identityChallenges.id, id))
    : []
  return row ?? null
}

/**
 * The second step of a log-in. Refuses with `login.ticket_ended` (begin again), `second_factor.wrong`,
 * `second_factor.method_closed` or `login.throttled`.
 */
export const completeLogIn = async (
  context: ServiceContext,
  { ticket, proof, party }: CompleteLogInInput,
): Promise<OpenedSession> => {
  const ended = refuse('unauthenticated', 'login.ticket_ended')
  const asked = await personAsked(context, ticket)
  if (!asked) throw ended
  const { userId } = asked
  await countFactorAnswer(context, userId)
  const session = await inUnitOfWork(context, async (unit) => {
    const user = await holdAccount(unit.tx, userId)
    if (!(await settleChallenge(unit, { id: asked.id, userId, purpose: 'log_in' }))) throw ended
    // The ticket stands for a password; one changed meanwhile is not that one any more.
    if (user.passwordChangedAt > asked.createdAt) throw ended
    await prove(context, unit, proof, { userId, party })
    const organizationId = await firstOrganizationOf(unit.tx, userId)
    const opened = await openSession(context, unit, accountOf(user), organizationId)
    await rememberConfirmation(unit, { sessionId: opened.sessionId, userId, method: proof.method })
    unit.audit({
      action: 'session.start',
      subjectType: 'user',
      subjectId: userId,
      after: { sessionId: opened.sessionId, method: proof.method },
    })
    return opened
  })
  await clearFactorCount(context, userId)
  return session
}
