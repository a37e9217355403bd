/** Reads `a[b][0]=c` as Stripe does: objects in objects, lists as objects with numbers for keys. */
export const parseForm = (text: string): Record<string, unknown> => {
  const found: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '')
    const last = path.pop()
    if (last === undefined) continue
    let inner = found
    for (const part of path) {
      const next = inner[part]
      if (typeof next === 'object' && next !== null) inner = next as Record<string, unknown>
      else {
        const made: Record<string, unknown> = {}
        inner[part] = made
        inner = made
      }
    }
    inner[last] = value
  }
  return found
}

export const textAt = (form: Record<string, unknown>, ...path: string[]): string | null => {
  let value: unknown = form
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Record<string, unknown>)[part]
  }
  return typeof value === 'string' ? value : null
}

export const objectAt = (form: Record<string, unknown>, key: string): Record<string, string> => {
  const value = form[key]
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {}
}
