import { readCookie } from './cookies.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_COOKIE = 'market_theme'

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

export function themeOf(cookieHeader: string | null): Theme {
  const kept = readCookie(cookieHeader, THEME_COOKIE)
  return isTheme(kept) ? kept : 'auto'
}
