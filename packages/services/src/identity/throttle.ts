import { loginThrottles } from '@market/database/schema'
import { refuse } from '@market/domain'
import { eq, inArray, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

const WINDOW_MINUTES = 15
const LIMITS = { account: 10, address: 50, factor: 10 } as const
type Scope = keyof typeof LIMITS

export interface LoginOrigin {
  email: string
  /** Network address of the caller. */
  address: string
}

const keyOf = (scope: Scope, of: string): string => `${scope}:${of}`

const countAttempt = async (context: ServiceContext, key: string) => {
  const now = context.clock.now()
  const windowStart = new Date(now.getTime() - WINDOW_MINUTES * 60_000)
  const fresh = sql`${loginThrottles.windowStartedAt} < ${windowStart.toISOString()}`
  const [row] = await context.db
    .insert(loginThrottles)
    .values({ key, failures: 1, windowStartedAt: now })
    .onConflictDoUpdate({
      target: loginThrottles.key,
      set: {
        failures: sql`case when ${fresh} then 1 else ${loginThrottles.failures} + 1 end`,
        windowStartedAt: sql`case when ${fresh} then ${now.toISOString()} else ${loginThrottles.windowStartedAt} end`,
      },
    })
    .returning()
  return row
}

const count = async (context: ServiceContext, scope: Scope, of: string): Promise<void> => {
  const row = await countAttempt(context, keyOf(scope, of))
  if (!row || row.failures <= LIMITS[scope]) return
  const endsAt = row.windowStartedAt.getTime() + WINDOW_MINUTES * 60_000
  const retryAfterSeconds = Math.max(1, Math.ceil((endsAt - context.clock.now().getTime()) / 1000))
  throw refuse('limit', 'login.throttled', { scope, retryAfterSeconds })
}

const clear = async (context: ServiceContext, scope: Scope, of: string): Promise<void> => {
  await context.db.delete(loginThrottles).where(inArray(loginThrottles.key, [keyOf(scope, of)]))
}

/**
 * Counts a log-in before the password is looked at, so that parallel guesses count too. Refuses with
 * `login.throttled` (`retryAfterSeconds`) past 10 per account or 50 per address in a quarter of an hour.
 */
export const countLogin = async (context: ServiceContext, origin: LoginOrigin): Promise<void> => {
  await count(context, 'address', origin.address)
  await count(context, 'account', origin.email)
}

/**
 * A right password was no guess: it clears its account's count and takes back its own from the address, behind which a
 * whole office may log in. Wrong ones before it stay counted there.
 */
export const settleLogin = async (
  context: ServiceContext,
  { email, address }: LoginOrigin,
): Promise<void> => {
  await clear(context, 'account', email)
  await context.db
    .update(loginThrottles)
    .set({ failures: sql`greatest(${loginThrottles.failures} - 1, 0)` })
    .where(eq(loginThrottles.key, keyOf('address', address)))
}

/** Counts an answer to a second step before it is looked at: 10 in a quarter of an hour, else `login.throttled`. */
export const countFactorAnswer = (context: ServiceContext, userId: string): Promise<void> =>
  count(context, 'factor', userId)

/** A right answer clears the person's count. */
export const clearFactorCount = (context: ServiceContext, userId: string): Promise<void> =>
  clear(context, 'factor', userId)
