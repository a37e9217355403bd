import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { refuse } from '@market/domain'
import type { EngineName, SearchQuery } from './engine.ts'

/** Where a page ended. `after` are the sort values for the engine that made it; `seen` lets another engine go on. */
export interface Position {
  engine: EngineName
  relaxed: boolean
  seen: number
  after: [string, string] | null
}

const fingerprint = ({ text, filters, ranges = {}, sort, locale }: SearchQuery): string => {
  const chosen = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => [facet, [...values].sort()])
    .sort()
  return createHash('sha256')
    .update(JSON.stringify([text.trim(), chosen, [ranges.priceFen, ranges.maturityLevel], sort, locale]))
    .digest('base64url')
    .slice(0, 16)
}

const sign = (payload: string, secret: string): string =>
  createHmac('sha256', secret).update(payload).digest('base64url').slice(0, 22)

export const encodeCursor = (query: SearchQuery, position: Position, secret: string): string => {
  const { engine, relaxed, seen, after } = position
  const fields = [fingerprint(query), engine, relaxed, seen, after]
  const payload = Buffer.from(JSON.stringify(fields)).toString('base64url')
  return `${payload}.${sign(payload, secret)}`
}

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Refuses `cursor.invalid` unless we signed this cursor for this very query. */
export const decodeCursor = (query: SearchQuery, secret: string): Position | null => {
  if (query.cursor === undefined) return null
  const [payload = '', signature = ''] = query.cursor.split('.')
  if (!/^[\w-]+$/.test(signature) || !equal(signature, sign(payload, secret)))
    throw refuse('invalid', 'cursor.invalid')
  // The signature vouches for the shape: only encodeCursor writes it.
  const [print, engine, relaxed, seen, after] = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as [string, EngineName, boolean, number, [string, string] | null]
  if (print !== fingerprint(query)) throw refuse('invalid', 'cursor.invalid')
  return { engine, relaxed, seen, after }
}
