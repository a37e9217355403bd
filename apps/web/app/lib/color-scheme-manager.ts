import type { MantineColorSchemeManager } from '@mantine/core'
import { preferenceCookie, readCookie } from './cookies.ts'
import { isTheme, THEME_COOKIE } from './theme.ts'

/** Keeps the appearance in a cookie, so that the server paints the first document right. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: (fallback) => {
    if (typeof document === 'undefined') return fallback
    const kept = readCookie(document.cookie, THEME_COOKIE)
    return isTheme(kept) ? kept : fallback
  },
  set: (theme) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and on plain http
    document.cookie = preferenceCookie(THEME_COOKIE, theme)
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
