import { createHash } from 'node:crypto'
import { protectText } from '@market/domain/tables'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Loaded by any page on the web, and asked again at no cost while nothing has changed. */
const OPEN_HEADERS = {
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=0, must-revalidate',
} as const

const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')

/** Marks an answer with its ETag; true when the reader has it already and 304 is all there is to say. */
export const isKnown = (request: FastifyRequest, reply: FastifyReply, content: unknown): boolean => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  reply.headers({ ...OPEN_HEADERS, etag: tag })
  return matches(request.headers['if-none-match'], tag)
}

type Cell = string | number | boolean | null

const csvCell = (value: Cell): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = protectText(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180 in UTF-8; spreadsheets take the byte order mark as the sign of it. */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
