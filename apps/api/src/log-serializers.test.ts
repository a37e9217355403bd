import { users } from '@market/database/schema'
import { createTestDatabase } from '@market/database/testing'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeError, describeRequest } from './log-serializers.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const account = {
  id: '019aaaaa-0000-7000-8000-000000000001',
  email: 'wei@example.com',
  passwordHash: '$argon2id$v=19$secret',
  name: '韦老师',
  createdAt: new Date('2026-03-02T02:00:00Z'),
  passwordChangedAt: new Date('2026-03-02T02:00:00Z'),
}

describe('the log', () => {
  it('tells of a failed query its text, its place and its cause, and none of its values', async () => {
    await database.db.insert(users).values(account)
    const failure: unknown = await database.db
      .insert(users)
      .values(account)
      .catch((error: unknown) => error)
    if (!(failure instanceof Error)) throw new Error('The account was stored twice.')
    expect(failure.message).toContain(account.passwordHash)
    const logged = describeError(failure)
    expect(logged.message).toContain('insert into "users"')
    expect(logged.cause).toMatchObject({ code: '23505' })
    expect(logged.stack).toContain(' at ')
    for (const secret of [account.passwordHash, account.email, account.name]) {
      expect(JSON.stringify(logged)).not.toContain(secret)
    }
  })

  it('tells which certificate was asked for and not the code that opens it', () => {
    const request = { method: 'GET', host: 'market.example', ip: '192.0.2.1' }
    const url = '/api/certificates/2026450100000001?code=ABCD-EFGH&x=1'
    expect(describeRequest({ ...request, url } as FastifyRequest)).toEqual({
      ...{ method: 'GET', host: 'market.example', remoteAddress: '192.0.2.1' },
      url: '/api/certificates/2026450100000001?code=…&x=1',
    })
  })
})
