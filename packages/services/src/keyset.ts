import { refuse } from '@market/domain'

export interface Page<T> {
  items: T[]
  /** Opaque; null on the last page. */
  nextCursor: string | null
}

export const PAGE_SIZE = 20
export const MAX_PAGE_SIZE = 100

const encode = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The sort values of the row a page ended on. Refuses with `cursor.invalid` whatever did not come from us. */
export const decodeCursor = (cursor: string, length: number): string[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every((v) => typeof v === 'string')) {
      return values
    }
  } catch {
    // Falls through to the refusal: a cursor is data from outside.
  }
  throw refuse('invalid', 'cursor.invalid')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** As `toISOString` writes the years PostgreSQL reads: neither signed nor the year 0. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The usual cursor: an instant and an id, newest first. */
export const decodeInstantCursor = (cursor: string): { at: Date; id: string } => {
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  const instant = new Date(at)
  const readable = INSTANT.test(at) && !Number.isNaN(instant.getTime())
  if (!readable || !UUID.test(id)) throw refuse('invalid', 'cursor.invalid')
  return { at: instant, id }
}

/** Cuts `limit + 1` rows down to a page. */
export const pageOf = <T>(rows: T[], limit: number, position: (row: T) => readonly string[]): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encode(position(last)) : null }
}
