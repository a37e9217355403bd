import { auditEntries, passwordResets, refreshTokens } from '@market/database/schema'
import { createSeals } from '@market/services'
import { TEST_SECRET } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url, payload, headers })

const person = (email: string) => ({ email, password: 'a long password', name: '韦老师' })

const register = async (email: string) => (await post('/api/auth/register', person(email))).json()

describe('registering', () => {
  it('makes an account, logs it in and leaves an audit row', async () => {
    const answer = await post('/api/auth/register', person('Wei@example.com'))
    expect(answer.statusCode).toBe(201)
    const session = answer.json()
    expect(session.user.email).toBe('wei@example.com')
    const me = await api.app.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${session.accessToken}` },
    })
    expect(me.json()).toMatchObject({ user: { name: '韦老师' }, organizationId: null, organizations: [] })
    const trail = await api.db.select().from(auditEntries)
    expect(trail.map((row) => row.action)).toContain('account.register')
    expect(JSON.stringify(trail)).not.toContain('argon2')
  })

  it('refuses an address that is taken, whatever its case, and names the field', async () => {
    await register('taken@example.com')
    const answer = await post('/api/auth/register', person('TAKEN@example.com'))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().details.problems).toEqual([{ path: 'email', code: 'account.email_taken' }])
  })

  it('names every wrong field', async () => {
    const answer = await post('/api/auth/register', { email: 'nobody', password: 'short', name: ' ' })
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const paths = answer.json().details.problems.map((problem: { path: string }) => problem.path)
    expect(paths).toEqual(['email', 'password', 'name'])
  })

  it('refuses text that cannot be stored', async () => {
    const answer = await post('/api/auth/register', { ...person('nul@example.com'), name: 'a\u0000b' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().details.problems).toEqual([{ path: 'name', code: 'text.not_storable' }])
  })
})

describe('logging in', () => {
  it('gives a browser its tokens in httpOnly cookies only', async () => {
    await register('browser@example.com')
    const answer = await post('/api/auth/login', { ...person('browser@example.com'), transport: 'cookie' })
    expect(answer.json()).toMatchObject({ accessToken: null, refreshToken: null })
    const access = answer.cookies.find((cookie) => cookie.name === 'market_access')
    expect(access).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const me = await api.app.inject({ url: '/api/me', cookies: { market_access: access?.value ?? '' } })
    expect(me.statusCode).toBe(200)
  })

  it('says the same for a wrong password and an unknown account', async () => {
    await register('known@example.com')
    const wrong = await post('/api/auth/login', { email: 'known@example.com', password: 'not the password' })
    const unknown = await post('/api/auth/login', { email: 'x@example.com', password: 'not the password' })
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'login.wrong'])
    expect([unknown.statusCode, unknown.json().code]).toEqual([401, 'login.wrong'])
  })

  it('throttles an account after ten guesses, also parallel ones, and says for how long', async () => {
    await register('guessed@example.com')
    const guess = { email: 'guessed@example.com', password: 'not the password' }
    const answers = await Promise.all(Array.from({ length: 14 }, () => post('/api/auth/login', guess)))
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(4)
    const right = await post('/api/auth/login', person('guessed@example.com'))
    expect(right.json().code).toBe('login.throttled')
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
    api.clock.advance(16 * 60_000)
    expect((await post('/api/auth/login', person('guessed@example.com'))).statusCode).toBe(200)
  })

  it('refuses a cookie request another site made', async () => {
    const { refreshToken } = await register('crossed@example.com')
    const crossed = await api.app.inject({
      method: 'POST',
      url: '/api/auth/logout',
      payload: {},
      cookies: { market_refresh: refreshToken },
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(crossed.json().code).toBe('request.cross_site')
  })
})

describe('refreshing', () => {
  it('rotates the token and ends the whole family when an old one is used again', async () => {
    const first = await register('rotating@example.com')
    const second = (await post('/api/auth/refresh', { refreshToken: first.refreshToken })).json()
    expect(second.refreshToken).not.toBe(first.refreshToken)
    const reuse = await post('/api/auth/refresh', { refreshToken: first.refreshToken })
    expect(reuse.json().code).toBe('session.ended')
    const afterReuse = await post('/api/auth/refresh', { refreshToken: second.refreshToken })
    expect(afterReuse.json().code).toBe('session.ended')
    const me = await api.app.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${second.accessToken}` },
    })
    expect(me.statusCode).toBe(401)
  })

  it('lets one of two racing refreshes win', async () => {
    const { refreshToken } = await register('racing@example.com')
    const answers = await Promise.all([1, 2].map(() => post('/api/auth/refresh', { refreshToken })))
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401])
  })

  it('keeps only hashes of tokens', async () => {
    const { refreshToken } = await register('hashed@example.com')
    expect(JSON.stringify(await api.db.select().from(refreshTokens))).not.toContain(refreshToken)
  })

  it('ends the access token after 15 minutes', async () => {
    const { accessToken } = await register('expiring@example.com')
    api.clock.advance(15 * 60_000 + 1000)
    const me = await api.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${accessToken}` } })
    expect(me.json().code).toBe('session.ended')
  })
})

describe('logging out', () => {
  it('ends the session at once', async () => {
    const session = await register('leaving@example.com')
    await post('/api/auth/logout', { refreshToken: session.refreshToken })
    const me = await api.app.inject({
      url: '/api/me',
      headers: { authorization: `Bearer ${session.accessToken}` },
    })
    expect(me.json().code).toBe('session.ended')
  })
})

describe('resetting a password', () => {
  const seals = createSeals(TEST_SECRET)

  it('sets the new password once and ends every session', async () => {
    const session = await register('forgetful@example.com')
    const asked = await post('/api/auth/password-resets', { email: 'forgetful@example.com' })
    expect(asked.statusCode).toBe(202)
    const [reset] = await api.db.select().from(passwordResets)
    const token = seals.seal('password-reset', reset?.id ?? '')
    const input = { token, password: 'an even longer password' }
    expect((await post('/api/auth/password-resets/confirm', input)).statusCode).toBe(204)
    expect((await post('/api/auth/password-resets/confirm', input)).json().code).toBe(
      'password_reset.invalid',
    )
    const old = await post('/api/auth/refresh', { refreshToken: session.refreshToken })
    expect(old.json().code).toBe('session.ended')
    const login = { email: 'forgetful@example.com', password: 'an even longer password' }
    expect((await post('/api/auth/login', login)).statusCode).toBe(200)
  })

  it('answers the same for an unknown address', async () => {
    const answer = await post('/api/auth/password-resets', { email: 'nobody@example.com' })
    expect([answer.statusCode, answer.body]).toEqual([202, 'null'])
  })

  it('refuses a forged token', async () => {
    const answer = await post('/api/auth/password-resets/confirm', {
      token: `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}.forged`,
      password: 'an even longer password',
    })
    expect(answer.json().code).toBe('password_reset.invalid')
  })
})
