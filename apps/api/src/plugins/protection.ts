import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import { refuse } from '@market/domain'
import fastifyPlugin from 'fastify-plugin'
import helmet, { type HelmetOptions } from 'helmet'

/** The same for every answer, so helmet is asked for them once: asking for each took as long as reading the request. */
const headersFrom = (options: HelmetOptions): OutgoingHttpHeaders => {
  const answer = new ServerResponse(new IncomingMessage(new Socket()))
  helmet(options)(answer.req, answer, (error) => {
    if (error) throw error
  })
  return answer.getHeaders()
}

/** Headers, request rates and load shedding for every route; routes that can be guessed at set stricter rates. */
export const protectionPlugin = fastifyPlugin(
  async (app) => {
    const headers = headersFrom({
      // The API hands out data and downloads; the documentation page sets a policy of its own.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      crossOriginResourcePolicy: { policy: 'same-site' },
      referrerPolicy: { policy: 'same-origin' },
      // Whether the whole host speaks TLS is known to the machine in front, which sets the header itself.
      strictTransportSecurity: false,
      // These speak to browsers of long ago, or of pages.
      originAgentCluster: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    })
    // What is answered is for whoever asked: nobody on the way keeps it, unless its route says so.
    const always = { ...headers, 'cache-control': 'no-store' }
    app.addHook('onRequest', (_request, reply, next) => {
      reply.headers(always)
      next()
    })
    await app.register(rateLimit, {
      max: app.settings.rateLimitPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (_request, context) =>
        refuse('limit', 'request.too_many', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
    })
    await app.register(underPressure, { maxEventLoopDelay: app.settings.shedAboveMs, retryAfter: 5 })
  },
  { name: 'protection' },
)
