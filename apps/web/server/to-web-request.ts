import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'

const WITHOUT_BODY = new Set(['GET', 'HEAD'])

/** A Fastify request as a Fetch request; the body is passed on as a stream, never buffered, unless only the page is asked for. */
export function toWebRequest(request: FastifyRequest, signal: AbortSignal, method = request.method): Request {
  const init: RequestInit & { duplex?: 'half' } = {
    method,
    headers: headersOf(request),
    signal,
  }
  if (!WITHOUT_BODY.has(method)) {
    init.body = Readable.toWeb(request.raw) as ReadableStream<Uint8Array>
    init.duplex = 'half'
  }
  return new Request(urlOf(request), init)
}

/** The address of the page asked for, without the detours ('/a/../b') that a target may hold. */
export function urlOf(request: FastifyRequest): URL {
  return new URL(pathOf(request), `${request.protocol}://${request.host}`)
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':') || value === undefined) continue
    for (const single of Array.isArray(value) ? value : [value]) headers.append(name, single)
  }
  return headers
}

/** A target with a host of its own ('//elsewhere/', 'http://elsewhere/') must not become the address of the page. */
function pathOf(request: FastifyRequest): string {
  const target = request.raw.url ?? '/'
  return target.startsWith('/') ? target.replace(/^\/{2,}/, '/') : '/'
}
