import type { Locale } from '@market/domain'
import type { ServiceContext } from '@market/services'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the service verbs of this request are given. */
    serviceContext(): ServiceContext
  }
}

const localeOf = (request: FastifyRequest): Locale =>
  (request.headers['accept-language'] ?? '').toLowerCase().startsWith('en') ? 'en' : 'zh-CN'

export const serviceContextPlugin = fastifyPlugin(
  async (app) => {
    const { database, clock, ids, secrets, seals } = app.dependencies
    app.decorateRequest('serviceContext', function (this: FastifyRequest) {
      const { actor, id: requestId } = this
      return { db: database.db, clock, ids, secrets, seals, actor, requestId, locale: localeOf(this) }
    })
  },
  { name: 'service-context', dependencies: ['session'] },
)
