import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../testing/create-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>
}

it('describes every refusal with the media type it is sent with', async () => {
  const { paths } = (await api.app.inject('/api/openapi.json')).json<Described>()
  const refusals = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ responses }) => Object.entries(responses).filter(([status]) => Number(status) >= 400))
  expect(refusals.length).toBeGreaterThan(100)
  const types = refusals.flatMap(([, { content = {} }]) => Object.keys(content))
  expect(new Set(types)).toEqual(new Set(['application/problem+json']))
  const sent = await api.app.inject('/api/me')
  expect(sent.headers['content-type']).toContain('application/problem+json')
})

it('lets its documentation page run the script inside it, and no other', async () => {
  const page = await api.app.inject('/api/docs/')
  const [, script = ''] = /<script type="text\/javascript">(.*?)<\/script>/s.exec(page.body) ?? []
  expect(script).toContain('/api/openapi.json')
  const hash = createHash('sha256').update(script).digest('base64')
  expect(page.headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
})
