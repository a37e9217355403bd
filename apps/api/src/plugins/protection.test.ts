import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

it.each([
  [200, '/api/openapi.json'],
  [422, '/api/search?limit=many'],
  [401, '/api/me'],
  [404, '/api/nothing'],
  [404, '/api/listings/00000000-0000-4000-8000-000000000000'],
])('answers %i with the security headers: %s', async (status, path) => {
  const { statusCode, headers } = await api.app.inject(path)
  expect(statusCode).toBe(status)
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-site',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  })
  expect(headers).not.toHaveProperty('strict-transport-security')
})

it('has nothing at an address whose identifier cannot be one, and says which part of it', async () => {
  const answer = await api.app.inject('/api/listings/not-an-id')
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({
    code: 'route.not_found',
    details: { problems: [{ path: 'id', code: 'field.invalid_format' }] },
  })
  const asked = await api.app.inject('/api/listings?organizationId=not-an-id')
  expect(asked.json()).toMatchObject({ status: 422, code: 'request.invalid' })
})
