/** A path of this site to go back to; anything that could lead elsewhere becomes `fallback`. */
export function safeReturnPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback
  const base = 'http://market.invalid'
  const url = URL.parse(value, base)
  return url !== null && url.origin === base ? url.pathname + url.search : fallback
}
