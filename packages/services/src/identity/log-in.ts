import { inUnitOfWork } from '@market/database'
import { users } from '@market/database/schema'
import { isRefusal, refuse } from '@market/domain'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { passwordMatches, spendPasswordCheck } from './passwords.ts'
import { askSecondStep } from './second-factor/ask-second-step.ts'
import type { RelyingParty } from './second-factor/relying-party.ts'
import { accountOf, firstOrganizationOf, holdAccount, type OpenedSession, openSession } from './sessions.ts'
import { countLogin, settleLogin } from './throttle.ts'

export interface LogInInput {
  email: string
  password: string
  /** Network address of the caller, for throttling. */
  address: string
  /** For whom passkeys are made; left out where there can be none. */
  party?: RelyingParty | null
}

/**
 * Refuses with `login.wrong` (never saying which of the two was wrong), `login.throttled`, or, for somebody who has a
 * second factor, `login.second_factor_required` with the `ticket` for the next step.
 */
export const logIn = async (context: ServiceContext, input: LogInInput): Promise<OpenedSession> => {
  const origin = { email: input.email.toLowerCase(), address: input.address }
  await countLogin(context, origin)
  const [user] = await context.db.select().from(users).where(sql`lower(${users.email}) = ${origin.email}`)
  const matches = user
    ? await passwordMatches(user.passwordHash, input.password)
    : await spendPasswordCheck(input.password)
  if (!user || !matches) throw refuse('unauthenticated', 'login.wrong')
  await settleLogin(context, origin)
  const answer = await inUnitOfWork(context, async (unit) => {
    // A password changed while this one was being compared is not this one any more.
    const { passwordHash } = await holdAccount(unit.tx, user.id)
    if (passwordHash !== user.passwordHash) throw refuse('unauthenticated', 'login.wrong')
    const secondStep = await askSecondStep(context, unit, { userId: user.id, party: input.party ?? null })
    // The question has to be kept, so it commits and is put afterwards.
    if (secondStep) return secondStep
    const organizationId = await firstOrganizationOf(unit.tx, user.id)
    const session = await openSession(context, unit, accountOf(user), organizationId)
    unit.audit({
      action: 'session.start',
      subjectType: 'user',
      subjectId: user.id,
      after: { sessionId: session.sessionId },
    })
    return session
  })
  if (isRefusal(answer)) throw answer
  return answer
}
