import { Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import type { FastifyReply } from 'fastify'

/** Sends a Fetch response through Fastify, so that its hooks (compression) see it. Set-Cookie stays one header per cookie. */
export function sendWebResponse(reply: FastifyReply, response: Response): FastifyReply {
  reply.code(response.status)
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  if (response.body === null) return reply.send()
  return reply.send(Readable.fromWeb(response.body as NodeWebStream<Uint8Array>))
}
