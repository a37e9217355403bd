import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { identityChallenges } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { putChallenge } from './challenges.ts'
import { askForPasskey, type PasskeyQuestion } from './passkeys.ts'
import { requireOpenMethod } from './prove.ts'
import { type RelyingParty, requireRelyingParty } from './relying-party.ts'
import { requireSessionPerson } from './session-person.ts'

const UNUSED_MAILS_PER_QUARTER = 5
const QUARTER_MS = 15 * 60_000

export interface AskConfirmationInput {
  method: 'mail' | 'passkey'
  party: RelyingParty | null
}

/** A code that was answered was no nuisance: only those that lie unused count, so that a busy day of payments goes on. */
const requireFewMails = async ({ tx, now }: UnitOfWork, userId: string): Promise<void> => {
  const since = new Date(now.getTime() - QUARTER_MS)
  const [row] = await tx
    .select({ sent: count() })
    .from(identityChallenges)
    .where(
      and(
        eq(identityChallenges.userId, userId),
        eq(identityChallenges.purpose, 'mail_code'),
        isNull(identityChallenges.usedAt),
        gt(identityChallenges.createdAt, since),
      ),
    )
  if ((row?.sent ?? 0) < UNUSED_MAILS_PER_QUARTER) return
  throw refuse('limit', 'confirmation.too_many_codes', { retryAfterSeconds: QUARTER_MS / 1000 })
}

const mailCode = async (context: ServiceContext, unit: UnitOfWork, userId: string): Promise<null> => {
  await requireFewMails(unit, userId)
  const { id } = await putChallenge(context, unit, { userId, purpose: 'mail_code' })
  unit.emit({ type: 'confirmation.code_requested', subjectId: id })
  return null
}

/**
 * Has a one-time code mailed, or hands out what a passkey is to sign. Refuses with `second_factor.method_closed`,
 * `confirmation.too_many_codes` or `passkey.unavailable`.
 */
export const askConfirmation = async (
  context: ServiceContext,
  { method, party }: AskConfirmationInput,
): Promise<PasskeyQuestion | null> => {
  const { actor, user } = await requireSessionPerson(context)
  authorize(actor, 'account.confirm')
  return inUnitOfWork(context, async (unit) => {
    const userId = user.id
    await requireOpenMethod(unit.tx, userId, method)
    unit.audit({
      action: 'account.ask_confirmation',
      subjectType: 'user',
      subjectId: userId,
      after: { method },
    })
    if (method === 'mail') return mailCode(context, unit, userId)
    return askForPasskey(context, unit, { userId, party: requireRelyingParty(party) })
  })
}
