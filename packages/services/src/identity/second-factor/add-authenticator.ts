import { inUnitOfWork } from '@market/database'
import { secondFactors } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { authenticatorAddress, newAuthenticatorSecret } from './authenticators.ts'
import { requireSessionPerson } from './session-person.ts'

export interface NewAuthenticator {
  id: string
  /** Base32, to be typed where no camera is at hand; shown this once. */
  secret: string
  /** What the square code says: an otpauth address. */
  address: string
}

/** Prepares an authenticator; it counts once its first code is typed back (confirmAuthenticator). */
export const addAuthenticator = async (
  context: ServiceContext,
  { name, issuer }: { name: string; issuer: string },
): Promise<NewAuthenticator> => {
  const { actor, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  const id = context.ids.next()
  const secret = newAuthenticatorSecret(context)
  await inUnitOfWork(context, async ({ tx, now, audit }) => {
    const unfinished = and(eq(secondFactors.userId, user.id), isNull(secondFactors.confirmedAt))
    await tx.delete(secondFactors).where(unfinished)
    await tx.insert(secondFactors).values({
      id,
      userId: user.id,
      kind: 'authenticator',
      name,
      secret: context.seals.conceal(id, secret),
      createdAt: now,
    })
    audit({ action: 'account.prepare_authenticator', subjectType: 'user', subjectId: user.id })
  })
  return { id, secret, address: authenticatorAddress(secret, { issuer, label: user.email }) }
}
