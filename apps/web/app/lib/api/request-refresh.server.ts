import { createRefresher, type RefreshResult } from './refresh-session.server.ts'
import { cookieHeaderOf } from './session-cookies.ts'

const TIMEOUT_MS = 15_000
const refreshers = new Map<string, (token: string) => Promise<RefreshResult>>()

/** The refresher of one API, shared by all requests of this process. */
export function refresherFor(apiUrl: string): (token: string) => Promise<RefreshResult> {
  const known = refreshers.get(apiUrl)
  if (known) return known
  const created = createRefresher(
    (token) => requestRefresh(apiUrl, token),
    () => performance.now(),
  )
  refreshers.set(apiUrl, created)
  return created
}

async function requestRefresh(apiUrl: string, token: string): Promise<RefreshResult> {
  const response = await fetch(`${apiUrl}/api/auth/refresh`, {
    method: 'POST',
    headers: {
      cookie: cookieHeaderOf({ access: undefined, refresh: token }),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ transport: 'cookie' }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  await response.body?.cancel()
  if (response.ok) return response.headers.getSetCookie()
  if (response.status >= 500 || response.status === 429)
    throw new Error(`refresh answered ${response.status}`)
  return null
}
