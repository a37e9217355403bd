import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proxyApi } from './proxy-api.ts'

let api: FastifyInstance
let web: FastifyInstance

beforeAll(async () => {
  api = fastify()
  api.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  api.all('/api/echo', async (request) => {
    let bytes = 0
    if (request.body) for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length
    return { headers: request.headers, bytes }
  })
  api.get('/api/refused', async (_request, reply) => reply.code(409).send({ code: 'listing.wrong_state' }))
  await api.listen({ port: 0, host: '127.0.0.1' })
  const address = api.server.address()
  if (address === null || typeof address === 'string') throw new Error('The API has no port.')
  web = fastify()
  await proxyApi(web, `http://127.0.0.1:${address.port}`)
})

afterAll(async () => {
  await web.close()
  await api.close()
})

test('tells the API who asks and under which name, and believes no address a browser invents', async () => {
  const answer = await web.inject({
    url: '/api/echo',
    remoteAddress: '203.0.113.7',
    headers: { host: 'market.example', 'x-forwarded-for': '10.0.0.1' },
  })
  expect(answer.json().headers).toMatchObject({
    host: 'market.example',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'http',
  })
})

test('passes large uploads on', async () => {
  const payload = Buffer.alloc(5 * 1024 * 1024, 1)
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await web.inject({ method: 'POST', url: '/api/echo', headers, payload })
  expect(answer.json().bytes).toBe(payload.length)
})

test('passes refusals on as they are', async () => {
  const answer = await web.inject('/api/refused')
  expect([answer.statusCode, answer.json()]).toEqual([409, { code: 'listing.wrong_state' }])
})
