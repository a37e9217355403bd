import { parseSetCookie, readCookie } from '../cookies.ts'

export const ACCESS_COOKIE = 'market_access'
export const REFRESH_COOKIE = 'market_refresh'

/** The session of one browser as its cookies tell it, and as the API has changed it meanwhile. */
export interface SessionCookies {
  access: string | undefined
  refresh: string | undefined
}

export function readSession(cookieHeader: string | null): SessionCookies {
  return {
    access: readCookie(cookieHeader, ACCESS_COOKIE),
    refresh: readCookie(cookieHeader, REFRESH_COOKIE),
  }
}

export function cookieHeaderOf(session: SessionCookies): string {
  const pairs: string[] = []
  if (session.access) pairs.push(`${ACCESS_COOKIE}=${encodeURIComponent(session.access)}`)
  if (session.refresh) pairs.push(`${REFRESH_COOKIE}=${encodeURIComponent(session.refresh)}`)
  return pairs.join('; ')
}

/** The session after these Set-Cookie lines; an empty value is a deletion. */
export function applySetCookies(session: SessionCookies, lines: readonly string[]): SessionCookies {
  const next = { ...session }
  for (const line of lines) {
    const cookie = parseSetCookie(line)
    if (cookie?.name === ACCESS_COOKIE) next.access = cookie.value || undefined
    if (cookie?.name === REFRESH_COOKIE) next.refresh = cookie.value || undefined
  }
  return next
}

/** Lines that make the browser forget a session that ended. */
export const FORGET_SESSION: readonly string[] = [ACCESS_COOKIE, REFRESH_COOKIE].map(
  (name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`,
)
