import { problems } from '@market/contracts'
import { refuse } from '@market/domain'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

const Health = z.object({
  status: z.literal('ok'),
  /** False while searches are answered by the fallback engine. */
  searchAvailable: z.boolean(),
})

export const healthRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/health',
    {
      config: { rateLimit: false },
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the API can serve',
        tags: ['health'],
        response: { 200: Health, ...problems },
      },
    },
    async () => {
      const { database, search } = app.dependencies
      try {
        await database.ping()
      } catch {
        throw refuse('precondition', 'server.database_away')
      }
      const health = await search.health()
      return { status: 'ok' as const, searchAvailable: health.available }
    },
  )
}
