import type { TableFiles } from '@market/adapters/tables'
import type { FastifyReply } from 'fastify'
import { contentDisposition } from './presenter.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', xlsx: XLSX } as const

/** What a route that sends sheets produces. */
export const SHEET_MEDIA_TYPES = Object.values(MEDIA_TYPES)

/** A sheet to be saved, sent while its rows are read; no cache keeps it. `name` is without its ending. */
export const sendSheet = (
  reply: FastifyReply,
  tables: TableFiles,
  format: keyof typeof MEDIA_TYPES,
  name: string,
  rows: Parameters<TableFiles['write']>[0],
): FastifyReply =>
  reply
    .headers({
      'content-disposition': contentDisposition(`${name}.${format}`),
      'cache-control': 'private, no-store',
    })
    .type(MEDIA_TYPES[format])
    .send(tables.write(rows, format))
