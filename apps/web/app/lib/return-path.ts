/** A path of this site to go back to; anything that could lead elsewhere becomes `fallback`. */
export function safeReturnPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback
  const base = 'http://market.invalid'
  const url = URL.parse(value, base)
  if (url === null || url.origin !== base) return fallback
  // '/..//elsewhere' is resolved to '//elsewhere', which names a host.
  return url.pathname.startsWith('//') ? fallback : url.pathname + url.search
}
