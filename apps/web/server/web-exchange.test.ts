import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendWebResponse } from './send-web-response.ts'
import { toWebRequest, urlOf } from './to-web-request.ts'

let app: FastifyInstance
const { signal } = new AbortController()

beforeAll(() => {
  app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.all('/*', async (request, reply) => {
    const web = toWebRequest(request, signal)
    const body = web.method === 'POST' ? Object.fromEntries(await web.formData()) : null
    const response = Response.json({ url: web.url, accept: web.headers.get('accept'), body }, { status: 201 })
    response.headers.append('set-cookie', 'a=1; Path=/')
    response.headers.append('set-cookie', 'b=2; Path=/')
    return sendWebResponse(reply, response)
  })
})
afterAll(() => app.close())

test('a request keeps its address, headers and form', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/login?next=%2Fhelp',
    headers: {
      host: 'market.example',
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'email=a%40example.com',
  })
  expect(answer.json()).toEqual({
    url: 'http://market.example/login?next=%2Fhelp',
    accept: 'text/html',
    body: { email: 'a@example.com' },
  })
})

test('a target that names another host stays on this one', async () => {
  const answer = await app.inject({ url: '//elsewhere.example/a', headers: { host: 'market.example' } })
  expect(answer.json().url).toBe('http://market.example/elsewhere.example/a')
})

test('a target with detours is the page it leads to', () => {
  const asked = (url: string) =>
    urlOf({ raw: { url }, protocol: 'https', host: 'market.example' } as FastifyRequest).pathname
  expect(asked('/workspace/../login')).toBe('/login')
  expect(asked('/workspace/%2e%2e/login')).toBe('/login')
  expect(asked('/workspace/listings?next=/../login')).toBe('/workspace/listings')
})

test('a response keeps its status and each of its cookies', async () => {
  const answer = await app.inject('/')
  expect(answer.statusCode).toBe(201)
  expect(answer.headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/'])
})
