import type { FastifyReply } from 'fastify'
import { contentDisposition } from '../files/presenter.ts'

/** A PDF to be saved; it states facts of named parties, so no cache keeps it and its code goes into no referrer. */
export const sendPdf = (reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply =>
  reply
    .headers({
      'content-disposition': contentDisposition(name),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
    .type('application/pdf')
    .send(Buffer.from(bytes))
