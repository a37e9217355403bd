import { memberships, organizations } from '@market/database/schema'
import { makeActor, makeOrganization, nextCreditCode } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const organization = (changes: object = {}) => ({
  kind: 'company',
  nameZh: '邕江测试公司',
  creditCode: nextCreditCode(),
  regionCode: '450103',
  ...changes,
})

const create = async (payload: object, headers: Record<string, string>) =>
  api.app.inject({ method: 'POST', url: '/api/organizations', payload, headers })

describe('POST /api/organizations', () => {
  it('answers with the stored organization', async () => {
    const headers = await api.bearer(await makeActor(api.db, 'company'))
    const answer = await create(organization(), headers)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ state: 'pending', nameZh: '邕江测试公司', sample: false })
  })

  it('needs a session', async () => {
    const answer = await create(organization(), {})
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'session.required'])
  })

  it('does not let anybody make an authority', async () => {
    const headers = await api.bearer(await makeActor(api.db, 'company'))
    const answer = await create(organization({ kind: 'authority' }), headers)
    expect(answer.json().details.problems[0].path).toBe('kind')
  })

  it('answers a repeated request with the first answer when it carries an Idempotency-Key', async () => {
    const headers = await api.bearer(await makeActor(api.db, 'company'))
    const keyed = { ...headers, 'idempotency-key': 'key-0001-0001' }
    const payload = organization()
    const first = await create(payload, keyed)
    const again = await create(payload, keyed)
    expect(again.json()).toEqual(first.json())
    expect(again.statusCode).toBe(201)
    expect(again.headers['idempotent-replayed']).toBe('true')
    const other = await create(organization(), keyed)
    expect(other.json().code).toBe('idempotency.key_reused')
    const rows = await api.db.select().from(organizations)
    expect(rows.filter((row) => row.creditCode === payload.creditCode)).toHaveLength(1)
  })

  it('answers racing requests with one key once', async () => {
    const headers = {
      ...(await api.bearer(await makeActor(api.db, 'company'))),
      'idempotency-key': 'race-0001',
    }
    const payload = organization()
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(payload, headers)))
    const codes = answers.map((answer) => answer.statusCode)
    expect(codes).toContain(201)
    expect(codes.every((code) => code === 201 || code === 409)).toBe(true)
  })
})

describe('an Idempotency-Key', () => {
  it('belongs to the organization acted for: another one of the same person gets no answer of the first', async () => {
    const first = await makeActor(api.db, 'university', ['editor'])
    const organizationId = await makeOrganization(api.db, { kind: 'university' })
    await api.db.insert(memberships).values({
      organizationId,
      userId: first.userId,
      roles: ['editor'],
      createdAt: api.clock.now(),
    })
    const second = { ...first, organizationId }
    const post = async (actor: typeof first) =>
      api.app.inject({
        method: 'POST',
        url: '/api/listings',
        payload: { kind: 'know_how' },
        headers: { ...(await api.bearer(actor)), 'idempotency-key': 'one-key-two-hats' },
      })
    const [mine, other] = [await post(first), await post(second)]
    expect([mine.statusCode, other.statusCode]).toEqual([201, 201])
    expect(other.json().organization.id).toBe(organizationId)
    expect(other.json().id).not.toBe(mine.json().id)
  })
})

describe('GET /api/organizations', () => {
  it('shows the public verified ones without a session, and needs standing for others', async () => {
    await makeActor(api.db, 'agency')
    const answer = await api.app.inject('/api/organizations?kind=agency')
    expect(answer.json().items).toHaveLength(1)
    const pending = await api.app.inject('/api/organizations?state=pending')
    expect([pending.statusCode, pending.json().code]).toEqual([401, 'session.required'])
  })

  it('finds verified ones by a part of the name, page by page', async () => {
    const nameZh = '红豆'
    const ids = [
      await makeOrganization(api.db, { nameZh: `${nameZh}甲大学` }),
      await makeOrganization(api.db, { nameZh: `${nameZh}乙大学` }),
    ]
    await makeOrganization(api.db, { nameZh: `${nameZh}丙大学`, state: 'pending' })
    const find = async (query: Record<string, string>) =>
      (
        await api.app.inject({ url: '/api/organizations', query: { q: ` ${nameZh} `, limit: '1', ...query } })
      ).json()
    const first = await find({})
    const second = await find({ cursor: first.nextCursor })
    const found = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect(found.sort()).toEqual(ids.sort())
    expect(second.nextCursor).toBeNull()
    expect((await find({ kind: 'provider' })).items).toEqual([])
    expect((await find({ q: '' })).items).toHaveLength(1)
    const long = await api.app.inject({ url: '/api/organizations', query: { q: '长'.repeat(101) } })
    expect(long.json().details.problems[0]).toMatchObject({ path: 'q', code: 'field.too_big' })
  })

  it('names a wrong parameter', async () => {
    const answer = await api.app.inject('/api/organizations?limit=1000')
    expect(answer.statusCode).toBe(422)
    expect(answer.json().details.problems[0]).toMatchObject({ path: 'limit', code: 'field.too_big' })
  })

  it('answers 404 for what is no id of ours', async () => {
    const unknown = await api.app.inject('/api/organizations/019aaaaa-0000-7000-8000-000000000000')
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'organization.not_found'])
  })
})

describe('the operator', () => {
  it('verifies with one call and sees the queue', async () => {
    const founder = await makeActor(api.db, 'company')
    const created = (await create(organization(), await api.bearer(founder))).json()
    const headers = await api.bearer(await makeActor(api.db, 'operator', ['reviewer']))
    const queue = await api.app.inject({ url: '/api/organizations?state=pending', headers })
    expect(queue.json().items.map((item: { id: string }) => item.id)).toContain(created.id)
    const url = `/api/organizations/${created.id}/verify`
    const verified = await api.app.inject({ method: 'POST', url, headers })
    expect(verified.json().state).toBe('verified')
  })
})
