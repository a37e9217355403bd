import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'

/**
 * Passes /api to the API, bodies as streams. The caller's address is written by us: what a
 * browser claims in X-Forwarded-For counts only where WEB_TRUST_PROXY made Fastify read it.
 */
export async function proxyApi(app: FastifyInstance, apiUrl: string): Promise<void> {
  await app.register(httpProxy, {
    upstream: apiUrl,
    prefix: '/api',
    rewritePrefix: '/api',
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        // The name people see: the API compares it with the Origin of a request that changes something.
        host: request.host,
        'x-forwarded-for': request.ip,
        'x-forwarded-host': request.host,
        'x-forwarded-proto': request.protocol,
      }),
    },
  })
}
