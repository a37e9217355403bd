import { refuseFields, visibleText } from '@market/domain'
import fastifyPlugin from 'fastify-plugin'

// No body of ours is half as deep, and whatever goes through one calls itself once for each level.
const DEEPEST = 40

const tooDeep = () => Object.assign(new Error('The body is nested too deeply.'), { statusCode: 400 })

/** Path of the first string PostgreSQL cannot store: one with a NUL character or half a surrogate pair. */
const unstorable = (value: unknown, path: string, depth = 0): string | null => {
  if (depth > DEEPEST) throw tooDeep()
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null
  // Bytes are stored as bytes; a parser of their own reads them.
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return null
  for (const [key, item] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    const found = unstorable(key, inner) ?? unstorable(item, inner, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** The same with every text as people see it. Names are left: those of an import's columns are what its file says. */
const visible = (value: unknown): unknown => {
  if (typeof value === 'string') return visibleText(value)
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(visible)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visible(item)]))
}

/**
 * Refuses text that cannot be stored before any route sees it, naming the field, and takes out what nobody sees: it
 * comes along from other programs, breaks feeds and workbooks, or lets a name pass for another.
 */
export const plainTextPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('preValidation', async (request) => {
      const path =
        unstorable(request.params, '') ?? unstorable(request.query, '') ?? unstorable(request.body, '')
      if (path !== null) throw refuseFields('request.invalid', [{ path, code: 'text.not_storable' }])
      request.query = visible(request.query)
      request.body = visible(request.body)
    })
  },
  { name: 'plain-text' },
)
