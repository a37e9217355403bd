import { passwordResets, refreshTokens } from '@market/database/schema'
import { createTestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, testContext } from '../testing/index.ts'
import { confirmPasswordReset } from './confirm-password-reset.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { refreshSession } from './refresh-session.ts'
import { registerAccount } from './register-account.ts'
import { requestPasswordReset } from './request-password-reset.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let context: ReturnType<typeof testContext>
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database.db)
})
afterAll(() => database.drop())

const OLD = 'the old password'
const register = (email: string) =>
  registerAccount(context, { email, password: OLD, name: '测试', locale: 'zh-CN' })

const resetTokens = async (email: string, userId: string, links = 1) => {
  for (let asked = 0; asked < links; asked += 1) await requestPasswordReset(context, email)
  const rows = await database.db.select().from(passwordResets).where(eq(passwordResets.userId, userId))
  return rows.map(({ id }) => context.seals.seal('password-reset', id))
}

const liveTokens = (userId: string) =>
  database.db
    .select()
    .from(refreshTokens)
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)))

const rounds = Array.from({ length: 8 }, (_, round) => round)

describe('the end of every session', () => {
  it.each(rounds)('outruns a token that is being exchanged (%i)', async (round) => {
    const email = `refreshing-${round}@example.com`
    const session = await register(email)
    const [token = ''] = await resetTokens(email, session.user.id)
    await Promise.allSettled([
      confirmPasswordReset(context, { token, password: 'the new password' }),
      // The reset spends its first moments on the hash; the exchange is to meet what comes after.
      new Promise((resolve) => setTimeout(resolve, 20 + round * 4)).then(() =>
        refreshSession(context, session.refreshToken),
      ),
    ])
    expect(await liveTokens(session.user.id)).toEqual([])
  })

  it.each(rounds)('outruns a log-in with the old password (%i)', async (round) => {
    const email = `entering-${round}@example.com`
    const { user } = await register(email)
    const [token = ''] = await resetTokens(email, user.id)
    await Promise.allSettled([
      confirmPasswordReset(context, { token, password: 'the new password' }),
      logIn(context, { email, password: OLD, address: `192.0.2.${round}` }),
    ])
    expect(await liveTokens(user.id)).toEqual([])
  })

  it.each(rounds)('outruns an exchange when the person logs out (%i)', async (round) => {
    const { user, refreshToken } = await register(`leaving-${round}@example.com`)
    await Promise.allSettled([
      refreshSession(context, refreshToken),
      logOut(context, refreshToken),
      refreshSession(context, refreshToken),
    ])
    expect(await liveTokens(user.id)).toEqual([])
  })
})

describe('a password reset', () => {
  it('makes the other links mailed before it worthless', async () => {
    const email = 'asked-twice@example.com'
    const { user } = await register(email)
    const [first = '', second = ''] = await resetTokens(email, user.id, 2)
    await confirmPasswordReset(context, { token: second, password: 'the new password' })
    const again = confirmPasswordReset(context, { token: first, password: 'a thief chose this' })
    await expect(again).rejects.toMatchObject({ code: 'password_reset.invalid' })
  })
})

describe('letters with a reset link', () => {
  const countOf = async (userId: string) =>
    (await database.db.select().from(passwordResets).where(eq(passwordResets.userId, userId))).length

  it('do not fill a mailbox, however many ask at once, and go out again an hour later', async () => {
    const email = 'flooded@example.com'
    const { user } = await register(email)
    const clock = fixedClock('2026-03-02T08:00:00Z')
    const asking = { ...context, clock }
    await Promise.all(Array.from({ length: 9 }, () => requestPasswordReset(asking, email)))
    expect(await countOf(user.id)).toBe(5)
    await requestPasswordReset(asking, email)
    expect(await countOf(user.id)).toBe(5)
    expect(await auditActionsOf(database.db, user.id)).toHaveLength(6)
    clock.advance(60 * 60_000)
    await requestPasswordReset(asking, email)
    expect(await countOf(user.id)).toBe(6)
  })
})

describe('the throttle per address', () => {
  it('counts wrong passwords, and no right one', async () => {
    const address = '198.51.100.7'
    const email = 'one-of-an-office@example.com'
    await register(email)
    const enter = (password: string, who = email) => logIn(context, { email: who, password, address })
    for (let entered = 0; entered < 55; entered += 1) await enter(OLD)
    for (let guessed = 0; guessed < 50; guessed += 1) {
      const guess = enter('a guess', `somebody-${guessed}@example.com`)
      await expect(guess).rejects.not.toMatchObject({ code: 'login.throttled' })
    }
    await expect(enter(OLD)).rejects.toMatchObject({ code: 'login.throttled', details: { scope: 'address' } })
  }, 60_000)
})
