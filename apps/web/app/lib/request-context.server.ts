import { createContext, type MiddlewareFunction, type RouterContextProvider, redirect } from 'react-router'
import { type ApiClient, createApiClient } from './api/client.server.ts'
import { refresherFor } from './api/request-refresh.server.ts'
import { preferenceCookie } from './cookies.ts'
import { isLocale, LOCALE_COOKIE, type Locale, localeOf } from './i18n/locale.ts'
import { requestFactsContext } from './request-facts.ts'

const apiContext = createContext<ApiClient>()
const localeContext = createContext<Locale>()

type Context = Readonly<RouterContextProvider>

/** The API client of this request: `const api = apiOf(context)`. */
export const apiOf = (context: Context): ApiClient => context.get(apiContext)
/** Language of this request. */
export const localeFrom = (context: Context): Locale => context.get(localeContext)

/** Root middleware: sets up language and API client, and passes the API's cookies on to the browser. */
export const prepareRequest: MiddlewareFunction<Response> = async ({ request, context, url }, next) => {
  const facts = context.get(requestFactsContext)
  const locale = localeOf(url, request.headers.get('cookie'))
  const api = createApiClient({
    apiUrl: facts.apiUrl,
    cookieHeader: request.headers.get('cookie'),
    locale,
    clientAddress: facts.clientAddress,
    requestId: facts.requestId,
    userAgent: request.headers.get('user-agent'),
    signal: request.signal,
    beginning: beginningOf(url),
    refresh: refresherFor(facts.apiUrl),
    fetch,
  })
  context.set(apiContext, api)
  context.set(localeContext, locale)
  const response = await next()
  handOver(response.headers, api.setCookies(), isLocale(url.searchParams.get('lang')) ? locale : null)
  return response
}

/** The address of a page without its place in a list; null where it has none. */
export function beginningOf({ pathname, searchParams }: URL): string | null {
  if (!searchParams.has('cursor')) return null
  const rest = new URLSearchParams(searchParams)
  rest.delete('cursor')
  return rest.size > 0 ? `${pathname}?${rest}` : pathname
}

/** Pages differ by language, theme and session, which all travel in cookies. */
export function handOver(headers: Headers, renewed: readonly string[], chosen: Locale | null): void {
  const forEverybody = headers.get('cache-control')?.startsWith('public') ?? false
  for (const line of renewed) headers.append('set-cookie', line)
  // A list in another site's frame has a language of its own; it must not become the visitor's here.
  if (chosen && !forEverybody) headers.append('set-cookie', preferenceCookie(LOCALE_COOKIE, chosen))
  if (renewed.length > 0 || !headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
  headers.append('vary', 'Cookie')
}

/** Sends somebody without a session to the login page and back afterwards. */
export function requireSession(context: Context, url: URL): void {
  if (apiOf(context).hasSession()) return
  throw redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`)
}
