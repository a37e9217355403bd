import { auditEntries, events, secondFactors, users } from '@market/database/schema'
import { createSeals } from '@market/services'
import { makeActor, TEST_SECRET } from '@market/services/testing'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

const PASSWORD = 'a long password'
const seals = createSeals(TEST_SECRET)

let api: TestApi
beforeAll(async () => {
  api = await createTestApi('2026-03-02T02:00:00Z', { ownFactorAsked: true })
})
afterAll(() => api.close())

interface Person {
  userId: string
  email: string
  address: string
  headers: { authorization: string }
}

let callers = 0
/** Routes that can be guessed at are limited per address; here everybody calls from one of their own. */
const newAddress = (): string => {
  callers += 1
  return `198.51.100.${callers % 256}`
}

const call = async (
  person: Person | null,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
) => {
  const answer = await api.app.inject({
    method,
    url,
    headers: person?.headers ?? {},
    remoteAddress: person?.address ?? newAddress(),
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const logInAs = async (email: string): Promise<Person> => {
  const address = newAddress()
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/auth/login',
    payload: { email, password: PASSWORD },
    remoteAddress: address,
  })
  const { accessToken, user } = answer.json()
  return { userId: user.id, email, address, headers: { authorization: `Bearer ${accessToken}` } }
}

const register = async (name: string): Promise<Person> => {
  const email = `${name}@example.com`
  await api.app.inject({
    method: 'POST',
    url: '/api/auth/register',
    payload: { email, password: PASSWORD, name: '梁老师' },
    remoteAddress: newAddress(),
  })
  return logInAs(email)
}

/** The code of the mail that was asked for last. */
const mailedCode = async (person: Person): Promise<string> => {
  await call(person, 'POST', '/api/me/confirmations/questions', { method: 'mail' })
  const asked = (await api.db.select().from(events)).filter(
    ({ type }) => type === 'confirmation.code_requested',
  )
  const latest = asked.sort((one, other) => (one.id < other.id ? -1 : 1)).at(-1)
  return seals.code('confirmation-code', latest?.subjectId ?? '')
}

const confirm = (person: Person, proof: object, password = PASSWORD) =>
  call(person, 'POST', '/api/me/confirmations', { password, proof })

const confirmByMail = async (person: Person) =>
  confirm(person, { method: 'mail', code: await mailedCode(person) })

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.clock.now().getTime() })

/** A code is taken once per half minute. */
const nextCode = (secret: string): string => {
  api.clock.advance(30_000)
  return codeOf(secret)
}

const enrol = async (person: Person) => {
  await confirmByMail(person)
  const { body } = await call(person, 'POST', '/api/me/authenticators', { name: '我的手机' })
  const confirmed = await call(person, 'POST', `/api/me/authenticators/${body.id}/confirm`, {
    code: nextCode(body.secret),
  })
  return { id: body.id, secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes as string[] }
}

const trailOf = async (person: Person): Promise<string[]> => {
  const rows = await api.db.select().from(auditEntries)
  return rows.filter((row) => row.actorUserId === person.userId).map((row) => row.action)
}

describe('confirming with a mailed code', () => {
  it('works once, leaves an audit row and ends after a quarter of an hour', async () => {
    const person = await register('mailed')
    const proof = { method: 'mail', code: await mailedCode(person) }
    expect((await confirm(person, proof)).status).toBe(200)
    expect(await trailOf(person)).toContain('account.confirm')
    expect((await confirm(person, proof)).body.code).toBe('second_factor.wrong')
    const now = await call(person, 'GET', '/api/me/security')
    expect(now.body.confirmedUntil).not.toBeNull()
    api.clock.advance(15 * 60_000)
    const later = await call(await logInAs(person.email), 'GET', '/api/me/security')
    expect(later.body.confirmedUntil).toBeNull()
  })

  it('names the field that was wrong and keeps the code for a second try', async () => {
    const person = await register('careless')
    const proof = { method: 'mail', code: await mailedCode(person) }
    const wrong = await confirm(person, proof, 'not the password')
    expect([wrong.status, wrong.body.details.problems[0].path]).toEqual([422, 'password'])
    expect((await confirm(person, proof)).status).toBe(200)
  })

  it('takes only the code that was mailed last, and not after ten minutes', async () => {
    const person = await register('impatient')
    const first = await mailedCode(person)
    api.clock.advance(1_000)
    const second = await mailedCode(person)
    expect((await confirm(person, { method: 'mail', code: first })).body.code).toBe('second_factor.wrong')
    api.clock.advance(10 * 60_000)
    expect((await confirm(person, { method: 'mail', code: second })).body.code).toBe('second_factor.wrong')
  })

  it('stops guessing after ten answers and mailing after five codes', async () => {
    const person = await register('guessing')
    const guesses = Array.from({ length: 12 }, () => confirm(person, { method: 'mail', code: '000000' }))
    const answers = await Promise.all(guesses)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
    for (let sent = 0; sent < 5; sent += 1) await mailedCode(person)
    const sixth = await call(person, 'POST', '/api/me/confirmations/questions', { method: 'mail' })
    expect(sixth.body.code).toBe('confirmation.too_many_codes')
  })

  it('goes on mailing to whoever uses the codes', async () => {
    const person = await register('busy')
    for (let confirmed = 0; confirmed < 7; confirmed += 1) {
      const proof = { method: 'mail', code: await mailedCode(person) }
      expect((await confirm(person, proof)).status).toBe(200)
    }
  })

  it('is nothing for visitors', async () => {
    expect((await call(null, 'GET', '/api/me/security')).status).toBe(401)
    expect((await call(null, 'POST', '/api/me/confirmations/questions', { method: 'mail' })).status).toBe(401)
  })
})

describe('an authenticator', () => {
  it('is added only in a confirmed session', async () => {
    const person = await register('unconfirmed')
    const refused = await call(person, 'POST', '/api/me/authenticators', { name: '手机' })
    expect([refused.status, refused.body.code]).toEqual([412, 'session.confirmation_required'])
  })

  it('counts once its code was typed back, gives recovery codes and is kept concealed', async () => {
    const person = await register('enrolling')
    await confirmByMail(person)
    const { body } = await call(person, 'POST', '/api/me/authenticators', { name: '手机' })
    expect(body.address).toMatch(/^otpauth:\/\/totp\/.+secret=/)
    const url = `/api/me/authenticators/${body.id}/confirm`
    expect((await call(person, 'POST', url, { code: '000000' })).body.code).toBe('second_factor.wrong')
    const confirmed = await call(person, 'POST', url, { code: nextCode(body.secret) })
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    const rows = await api.db.select().from(secondFactors)
    expect(rows.find((row) => row.id === body.id)?.secret).not.toContain(body.secret)
    expect(await trailOf(person)).toContain('account.add_second_factor')
    expect((await call(person, 'GET', '/api/me/security')).body).toMatchObject({
      factors: [{ kind: 'authenticator', name: '手机' }],
      methods: ['authenticator', 'recovery'],
      recoveryCodesLeft: 10,
    })
  })

  it('is asked for at the next log-in, where each code works once', async () => {
    const person = await register('second-step')
    const { secret } = await enrol(person)
    const first = await call(null, 'POST', '/api/auth/login', { email: person.email, password: PASSWORD })
    expect([first.status, first.body.code]).toEqual([412, 'login.second_factor_required'])
    const { ticket, methods } = first.body.details
    expect(methods).toEqual(['authenticator', 'recovery'])
    const wrong = { ticket, proof: { method: 'authenticator', code: '000000' } }
    expect((await call(null, 'POST', '/api/auth/login/second-factor', wrong)).status).toBe(422)
    const right = { ticket, proof: { method: 'authenticator', code: nextCode(secret) } }
    const [one, other] = await Promise.all([
      call(null, 'POST', '/api/auth/login/second-factor', right),
      call(null, 'POST', '/api/auth/login/second-factor', right),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 401])
    const mail = await confirm(person, { method: 'mail', code: '123456' })
    expect(mail.body.code).toBe('second_factor.method_closed')
  })

  it('can be replaced by a recovery code, once', async () => {
    const person = await register('lost-phone')
    const { recoveryCodes } = await enrol(person)
    const begin = async () => {
      const answer = await call(null, 'POST', '/api/auth/login', { email: person.email, password: PASSWORD })
      return answer.body.details.ticket as string
    }
    const proof = { method: 'recovery', code: recoveryCodes[0]?.toLowerCase() }
    const first = await call(null, 'POST', '/api/auth/login/second-factor', { ticket: await begin(), proof })
    expect(first.status).toBe(200)
    const again = await call(null, 'POST', '/api/auth/login/second-factor', { ticket: await begin(), proof })
    expect(again.body.code).toBe('second_factor.wrong')
  })

  it('cannot be removed by somebody else, nor twice', async () => {
    const person = await register('removing')
    const { id } = await enrol(person)
    const stranger = await register('stranger')
    await confirmByMail(stranger)
    expect((await call(stranger, 'DELETE', `/api/me/second-factors/${id}`)).status).toBe(404)
    expect((await call(person, 'DELETE', `/api/me/second-factors/${id}`)).status).toBe(204)
    expect((await call(person, 'DELETE', `/api/me/second-factors/${id}`)).status).toBe(404)
    expect(await trailOf(person)).toContain('account.remove_second_factor')
    expect((await call(person, 'POST', '/api/me/recovery-codes')).body.code).toBe('second_factor.none')
  })

  it('ends the ticket of a log-in when the password has been changed meanwhile', async () => {
    const person = await register('changed-password')
    const { secret } = await enrol(person)
    const first = await call(null, 'POST', '/api/auth/login', { email: person.email, password: PASSWORD })
    api.clock.advance(1_000)
    await api.db.update(users).set({ passwordChangedAt: api.clock.now() })
    const proof = { method: 'authenticator', code: nextCode(secret) }
    const second = { ticket: first.body.details.ticket, proof }
    const answer = await call(null, 'POST', '/api/auth/login/second-factor', second)
    expect(answer.body.code).toBe('login.ticket_ended')
  })
})

describe('signatures', () => {
  const nowhere = '/api/contracts/00000000-0000-7000-8000-000000000000/sign'

  it('are asked to be confirmed, but strangers learn of no contract by it', async () => {
    const signatory = await makeActor(api.db, 'university', ['signatory'])
    const headers = await api.bearer(signatory, { confirmed: false })
    const answer = await api.app.inject({ method: 'POST', url: nowhere, headers })
    expect(answer.statusCode).toBe(404)
  })
})
