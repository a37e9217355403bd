import { MailChoices } from '@market/contracts/notifications'
import type { Actor } from '@market/domain'
import { createSeals } from '@market/services'
import { makeActor, TEST_SECRET } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let reader: Awaited<ReturnType<typeof makeActor>>
beforeAll(async () => {
  api = await createTestApi()
  reader = await makeActor(api.db, 'company', ['viewer'])
})
afterAll(() => api.close())

const URL_OF = '/api/mail-preferences'
const call = async (actor: Actor | null, method: 'GET' | 'PATCH' | 'POST', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

describe('mail preference routes', () => {
  it('say and change how mails come', async () => {
    const changed = await call(reader, 'PATCH', URL_OF, { talks: 'daily', needs: 'inbox' })
    expect(MailChoices.parse(changed.json())).toMatchObject({ talks: 'daily', needs: 'inbox' })
    const read = MailChoices.parse((await call(reader, 'GET', URL_OF)).json())
    expect(read).toMatchObject({ talks: 'daily', money: 'instant' })
    expect((await call(null, 'GET', URL_OF)).statusCode).toBe(401)
  })

  it('name the field of a wrong choice, and know no class that nobody can end', async () => {
    const wrong = await call(reader, 'PATCH', URL_OF, { money: 'weekly' })
    expect([wrong.statusCode, wrong.json().details.problems[0].path]).toEqual([422, 'money'])
    expect((await call(reader, 'PATCH', URL_OF, { security: 'inbox' })).statusCode).toBe(422)
  })

  it('end mails by the sealed link alone', async () => {
    const token = createSeals(TEST_SECRET).seal('unsubscribe-money', reader.userId)
    const look = `${URL_OF}/subscription?${new URLSearchParams({ scope: 'money', token })}`
    expect((await call(null, 'GET', look)).json()).toEqual({ open: true })
    const end = (sealed: string) =>
      call(null, 'POST', `${URL_OF}/unsubscribe`, { scope: 'money', token: sealed })
    expect((await end(token)).statusCode).toBe(204)
    expect((await call(null, 'GET', look)).json()).toEqual({ open: false })
    expect((await end(`${token}x`)).json().code).toBe('mail_preference.link_invalid')
  })
})
