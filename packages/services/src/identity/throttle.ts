import { loginThrottles } from '@market/database/schema'
import { refuse } from '@market/domain'
import { inArray, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

const WINDOW_MINUTES = 15
const LIMITS = { account: 10, address: 50 } as const

export interface LoginOrigin {
  email: string
  /** Network address of the caller. */
  address: string
}

const keysOf = ({ email, address }: LoginOrigin) => ({
  account: `account:${email}`,
  address: `address:${address}`,
})

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

/**
 * Counts a log-in before the password is looked at, so that parallel guesses count too. Refuses with
 * `login.throttled` (`retryAfterSeconds`) past 10 per account or 50 per address in a quarter of an hour.
 */
export const countLogin = async (context: ServiceContext, origin: LoginOrigin): Promise<void> => {
  const keys = keysOf(origin)
  for (const scope of ['address', 'account'] as const) {
    const row = await countAttempt(context, keys[scope])
    if (!row || row.failures <= LIMITS[scope]) continue
    const endsAt = row.windowStartedAt.getTime() + WINDOW_MINUTES * 60_000
    const retryAfterSeconds = Math.max(1, Math.ceil((endsAt - context.clock.now().getTime()) / 1000))
    throw refuse('limit', 'login.throttled', { scope, retryAfterSeconds })
  }
}

/** A right password clears its account's count; the address keeps its own. */
export const clearAccountCount = async (context: ServiceContext, origin: LoginOrigin): Promise<void> => {
  await context.db.delete(loginThrottles).where(inArray(loginThrottles.key, [keysOf(origin).account]))
}
