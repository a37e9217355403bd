/** Value of one cookie in a Cookie header; undefined when absent. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return decode(part.slice(at + 1).trim())
  }
  return undefined
}

/** Name and value at the start of a Set-Cookie line. */
export function parseSetCookie(line: string): { name: string; value: string } | undefined {
  const pair = line.split(';', 1)[0] ?? ''
  const at = pair.indexOf('=')
  return at > 0 ? { name: pair.slice(0, at).trim(), value: decode(pair.slice(at + 1).trim()) } : undefined
}

/** A preference cookie (language, theme): readable for a year, without any secret in it. */
export function preferenceCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
