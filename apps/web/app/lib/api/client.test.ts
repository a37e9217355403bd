import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type ApiClientOptions, createApiClient } from './client.server.ts'
import { attempt } from './problem.ts'

const Body = z.object({ who: z.string() })

interface Seen {
  path: string
  cookie: string | null
  forwardedFor: string | null
}

/** An API of one user whose only good access token is `good`. */
function fakeApi(seen: Seen[]) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers)
    const cookie = headers.get('cookie')
    seen.push({ path: new URL(String(input)).pathname, cookie, forwardedFor: headers.get('x-forwarded-for') })
    if (cookie?.includes('market_access=good')) return Response.json({ who: 'me' })
    if (cookie?.includes('market_access=')) return problem(401, 'session.ended')
    return Response.json({ who: 'nobody' })
  }
}

function problem(status: number, code: string): Response {
  return Response.json(
    { type: 'about:blank', title: '', status, code, details: {}, requestId: 'r1' },
    { status },
  )
}

const OPTIONS: ApiClientOptions = {
  apiUrl: 'http://api.test',
  cookieHeader: null,
  locale: 'en',
  clientAddress: '203.0.113.7',
  requestId: 'req-1',
  userAgent: null,
  signal: new AbortController().signal,
  beginning: null,
  refresh: async () => null,
  fetch: fakeApi([]),
}

function client(cookieHeader: string | null, refresh: ApiClientOptions['refresh']) {
  const seen: Seen[] = []
  const api = createApiClient({ ...OPTIONS, cookieHeader, refresh, fetch: fakeApi(seen) })
  return { api, seen }
}

const renewed = async () => ['market_access=good; Path=/; HttpOnly', 'market_refresh=next; Path=/; HttpOnly']

test('sends the session and the address of the visitor, and nothing else of the cookies', async () => {
  const { api, seen } = client('theme=dark; market_access=good; other=1', renewed)
  expect(await api.get('/api/me', Body)).toEqual({ who: 'me' })
  expect(seen).toEqual([{ path: '/api/me', cookie: 'market_access=good', forwardedFor: '203.0.113.7' }])
})

test('renews an access token that has run out, once for all questions of a page, and passes the cookies on', async () => {
  const refresh = vi.fn(renewed)
  const { api } = client('market_refresh=old', refresh)
  expect(await api.get('/api/me', Body)).toEqual({ who: 'me' })
  expect(await api.get('/api/listings', Body)).toEqual({ who: 'me' })
  expect(refresh).toHaveBeenCalledTimes(1)
  expect(api.setCookies()).toEqual(await renewed())
})

test('renews when the API says that the token has ended, and asks again', async () => {
  const { api, seen } = client('market_access=stale; market_refresh=old', renewed)
  expect(await api.get('/api/me', Body)).toEqual({ who: 'me' })
  expect(seen).toHaveLength(2)
})

test('a session that cannot be renewed is forgotten, and the public page is still shown', async () => {
  const { api } = client('market_access=stale; market_refresh=used', async () => null)
  expect(await api.get('/api/search', Body)).toEqual({ who: 'nobody' })
  expect(api.hasSession()).toBe(false)
  expect(api.setCookies().every((line) => line.includes('Max-Age=0'))).toBe(true)
})

test('a refusal becomes a problem with its code', async () => {
  const failing = createApiClient({ ...OPTIONS, fetch: async () => problem(409, 'listing.wrong_state') })
  const answer = await attempt(() => failing.sendOnly('POST', '/api/listings/1/publish', {}))
  expect(answer).toMatchObject({
    ok: false,
    problem: { status: 409, code: 'listing.wrong_state', requestId: 'r1' },
  })
})

test('an old cursor leads to the beginning of the list, once', async () => {
  const fetch = async () => problem(422, 'cursor.invalid')
  const late = createApiClient({ ...OPTIONS, fetch, beginning: '/needs?q=sugar' })
  const thrown = await late.get('/api/needs', Body).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(Response)
  expect((thrown as Response).headers.get('location')).toBe('/needs?q=sugar')
  const first = createApiClient({ ...OPTIONS, fetch })
  const answer = await attempt(() => first.get('/api/needs', Body))
  expect(answer).toMatchObject({ ok: false, problem: { code: 'cursor.invalid' } })
})

test('an API that does not answer is a problem too, not an unknown error', async () => {
  const fetch = async () => {
    throw new TypeError('fetch failed')
  }
  const away = createApiClient({ ...OPTIONS, cookieHeader: 'market_access=good', fetch })
  const answer = await attempt(() => away.get('/api/plans', Body))
  expect(answer).toMatchObject({ ok: false, problem: { status: 503, code: 'service.unavailable' } })
  expect(away.setCookies()).toEqual([])
})
