import type { Database, Transaction } from '@market/database'
import { recoveryCodes, secondFactors } from '@market/database/schema'
import type { SecondFactorKind } from '@market/domain/identity'
import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm'

type FactorRow = typeof secondFactors.$inferSelect

export interface AuthenticatorFactor {
  kind: 'authenticator'
  id: string
  concealedSecret: string
}

export interface PasskeyFactor {
  kind: 'passkey'
  id: string
  credentialId: string
  publicKey: string
  useCount: number
}

export type Factor = AuthenticatorFactor | PasskeyFactor

/** The table's check keeps the columns of a kind together; here the compiler learns of it. */
export const factorOf = ({ id, kind, secret, credentialId, publicKey, useCount }: FactorRow): Factor => {
  if (kind === 'authenticator' && secret !== null) return { kind, id, concealedSecret: secret }
  if (kind === 'passkey' && credentialId !== null && publicKey !== null) {
    return { kind, id, credentialId, publicKey, useCount }
  }
  throw new Error(`Second factor ${id} is not whole.`)
}

/** The factors a person has set up and tried out, oldest first. */
export const listFactors = (tx: Database | Transaction, userId: string): Promise<FactorRow[]> =>
  tx
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
    .orderBy(asc(secondFactors.createdAt), asc(secondFactors.id))

export const countRecoveryCodes = async (tx: Database | Transaction, userId: string): Promise<number> => {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

export interface FactorSummary {
  id: string
  kind: SecondFactorKind
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

export const summaryOf = ({ id, kind, name, createdAt, lastUsedAt }: FactorRow): FactorSummary => ({
  id,
  kind,
  name,
  createdAt,
  lastUsedAt,
})
