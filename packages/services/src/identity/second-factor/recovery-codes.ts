import type { UnitOfWork } from '@market/database'
import { recoveryCodes } from '@market/database/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { hashSecret, type ServiceContext } from '../../index.ts'

const CODES = 10
const CODE_BYTES = 10

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')

/** Eighty random bits as four groups of letters and digits. */
const newCode = (context: ServiceContext): string => {
  const bytes = Buffer.from(context.secrets.next(), 'base64url').subarray(0, CODE_BYTES)
  const { base32 } = new Secret({ buffer: new Uint8Array(bytes).buffer })
  return (base32.match(/.{4}/g) ?? []).join('-')
}

/** Replaces a person's recovery codes; they are shown this once and kept as hashes. */
export const replaceRecoveryCodes = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  userId: string,
): Promise<string[]> => {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  const codes = Array.from({ length: CODES }, () => newCode(context))
  await tx.insert(recoveryCodes).values(
    codes.map((code) => ({
      id: context.ids.next(),
      userId,
      codeHash: hashSecret(plain(code)),
      createdAt: now,
    })),
  )
  return codes
}

/** Uses a recovery code up; false when there is none like it. */
export const useRecoveryCode = async (
  { tx, now }: UnitOfWork,
  userId: string,
  code: string,
): Promise<boolean> => {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashSecret(plain(code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return used.length === 1
}
