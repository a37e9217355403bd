import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import { refuse } from '@market/domain'
import fastifyPlugin from 'fastify-plugin'

/** Headers, request rates and load shedding for every route; routes that can be guessed at set stricter rates. */
export const protectionPlugin = fastifyPlugin(
  async (app) => {
    await app.register(helmet, {
      // The API hands out data and downloads; the documentation page sets a policy of its own.
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginResourcePolicy: { policy: 'same-site' },
      referrerPolicy: { policy: 'same-origin' },
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
