import { redirect } from 'react-router'
import type { z } from 'zod'
import type { Locale } from '../i18n/locale.ts'
import { type Problem, problemResponse, readProblem } from './problem.ts'
import type { RefreshResult } from './refresh-session.server.ts'
import { applySetCookies, cookieHeaderOf, FORGET_SESSION, readSession } from './session-cookies.ts'

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>

/**
 * Answers of the API, checked against the contract. Every method throws a `Problem` response on a refusal; that of an
 * old cursor leads to the beginning of the list instead.
 */
export interface ApiClient {
  get<T>(path: string, schema: z.ZodType<T>, query?: Query): Promise<T>
  /** `body` is sent as JSON, or as it is when it is a FormData (uploads). */
  send<T>(method: Method, path: string, body: unknown, schema: z.ZodType<T>): Promise<T>
  /** For answers without a body, or whose body does not matter. */
  sendOnly(method: Method, path: string, body?: unknown): Promise<void>
  /** The answer itself: downloads, or headers that matter. */
  raw(path: string, init?: RequestInit, query?: Query): Promise<Response>
  /** True when the visitor came with a session; it may still turn out to have ended. */
  hasSession(): boolean
  /** Set-Cookie lines that the answer to the browser has to carry. */
  setCookies(): readonly string[]
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface ApiClientOptions {
  apiUrl: string
  cookieHeader: string | null
  locale: Locale
  clientAddress: string
  requestId: string
  userAgent: string | null
  signal: AbortSignal
  /** The page asked for, where its lists begin: for an address whose place in a list is no longer known. */
  beginning: string | null
  refresh: (token: string) => Promise<RefreshResult>
  fetch: typeof fetch
}

const TIMEOUT_MS = 30_000
const UNREACHABLE: Problem = { status: 503, code: 'service.unavailable', details: {} }

/** The API as one visitor sees it: his cookies go along, an expired access token is renewed once and quietly. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  let session = readSession(options.cookieHeader)
  const pending: string[] = []

  const keep = (lines: readonly string[]): void => {
    session = applySetCookies(session, lines)
    pending.push(...lines)
  }

  const renew = async (): Promise<void> => {
    if (session.refresh === undefined) return
    const lines = await options.refresh(session.refresh)
    keep(lines ?? FORGET_SESSION)
  }

  const once = (url: URL, init: RequestInit): Promise<Response> =>
    options.fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: headersFor(init),
    })

  const headersFor = (init: RequestInit): Headers => {
    const headers = new Headers(init.headers)
    headers.set('accept-language', options.locale)
    headers.set('x-forwarded-for', options.clientAddress)
    headers.set('x-request-id', options.requestId)
    if (options.userAgent) headers.set('user-agent', options.userAgent)
    const cookies = cookieHeaderOf(session)
    if (cookies) headers.set('cookie', cookies)
    return headers
  }

  const withSession = async (url: URL, init: RequestInit): Promise<Response> => {
    if (session.access === undefined) await renew()
    const presented = session.access
    const response = await once(url, init)
    if (response.status !== 401 || presented === undefined) return response
    await response.body?.cancel()
    if (session.refresh === undefined) keep(FORGET_SESSION)
    // Another loader of this page may have renewed it already.
    else if (session.access === presented) await renew()
    return once(url, init)
  }

  const raw = async (path: string, init: RequestInit = {}, query?: Query): Promise<Response> => {
    const response = await withSession(addressOf(options.apiUrl, path, query), init).catch(unreachable)
    keep(response.headers.getSetCookie())
    if (response.status < 400) return response
    const problem = await readProblem(response)
    if (problem.code === 'cursor.invalid' && options.beginning !== null) throw redirect(options.beginning)
    throw problemResponse(problem)
  }

  return {
    raw,
    hasSession: () => session.access !== undefined || session.refresh !== undefined,
    setCookies: () => pending,
    get: async (path, schema, query) => schema.parse(await (await raw(path, {}, query)).json()),
    send: async (method, path, body, schema) =>
      schema.parse(await (await raw(path, initFor(method, body))).json()),
    sendOnly: async (method, path, body) => {
      const response = await raw(path, initFor(method, body))
      await response.body?.cancel()
    },
  }
}

function unreachable(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw error
  throw problemResponse(UNREACHABLE)
}

function initFor(method: Method, body: unknown): RequestInit {
  if (body === undefined) return { method }
  if (body instanceof FormData) return { method, body }
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

function addressOf(apiUrl: string, path: string, query: Query = {}): URL {
  const url = new URL(apiUrl + path)
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const single of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(single))
  }
  return url
}
