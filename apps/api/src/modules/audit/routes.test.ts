import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

describe('the audit route', () => {
  it('shows an editor what was done to a listing, and a stranger nothing', async () => {
    const editor = await makeActor(api.db, 'university', ['editor'])
    const headers = await api.bearer(editor)
    const payload = { kind: 'know_how', titleZh: '成果' }
    const { id } = (await api.app.inject({ method: 'POST', url: '/api/listings', headers, payload })).json()
    const url = `/api/audit?subjectType=listing&subjectId=${id}`
    const { items } = (await api.app.inject({ url, headers })).json()
    expect(items).toMatchObject([
      {
        action: 'listing.create',
        actor: { userId: editor.userId, organizationId: editor.organizationId },
        before: null,
        after: { titleZh: '成果' },
      },
    ])
    const stranger = await api.bearer(await makeActor(api.db, 'company'))
    expect((await api.app.inject({ url, headers: stranger })).json().items).toEqual([])
    expect((await api.app.inject({ url })).statusCode).toBe(401)
  })
})
