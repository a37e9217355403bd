import type { UnitOfWork } from '@market/database'
import { secondFactors } from '@market/database/schema'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { ServiceContext } from '../../index.ts'
import type { AuthenticatorFactor } from './factors.ts'

const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
/** Clocks of phones go wrong by some seconds: the step before and after count too. */
const WINDOW = 1

export const newAuthenticatorSecret = (context: ServiceContext): string => {
  const bytes = Buffer.from(context.secrets.next(), 'base64url').subarray(0, SECRET_BYTES)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

const codesOf = (base32: string, labels: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...labels, secret: Secret.fromBase32(base32), period: PERIOD_SECONDS, digits: 6 })

/** The address an authenticator reads from the square code (RFC 6238, SHA-1, six digits, 30 seconds). */
export const authenticatorAddress = (base32: string, labels: { issuer: string; label: string }): string =>
  codesOf(base32, labels).toString()

/** The step a code belongs to, or null when it is none of now. */
const stepOf = (base32: string, code: string, now: Date): number | null => {
  const delta = codesOf(base32).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

/** Uses a code up; false when it is wrong or has been used, also by somebody in the same instant. */
export const useAuthenticatorCode = async (
  context: ServiceContext,
  { tx, now }: UnitOfWork,
  factor: AuthenticatorFactor,
  code: string,
): Promise<boolean> => {
  const step = stepOf(context.seals.reveal(factor.id, factor.concealedSecret), code, now)
  if (step === null) return false
  const used = await tx
    .update(secondFactors)
    .set({ lastStep: step, lastUsedAt: now })
    .where(
      and(
        eq(secondFactors.id, factor.id),
        or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step)),
      ),
    )
    .returning({ id: secondFactors.id })
  return used.length === 1
}
