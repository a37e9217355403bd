import { IdParams, NoContent, problems } from '@market/contracts'
import { MissedTerms, VisitFigures } from '@market/contracts/returning'
import { MISS_MIN_VISITORS } from '@market/domain/discovery'
import { listMisses, noteVisit, readVisits } from '@market/services/discovery'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { visitorOf } from './visitor-of.ts'

const tags = ['attention']

/** How often listings are looked at, and what is looked for in vain. */
export const attentionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/listings/:id/visits',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        operationId: 'noteVisit',
        summary: 'Say that somebody looks at a listing; programs are not counted, and no address is kept',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request)
      if (visitor) await noteVisit(request.serviceContext(), { listingId: request.params.id, visitor })
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/listings/:id/visits',
    {
      schema: {
        operationId: 'readVisits',
        summary: 'Who looked at a listing: by day and week for its owner, one rough number for everybody',
        tags,
        params: IdParams,
        response: { 200: VisitFigures, ...problems },
      },
    },
    async (request) => readVisits(request.serviceContext(), request.params.id),
  )

  app.get(
    '/api/search/misses',
    {
      schema: {
        operationId: 'listMisses',
        summary: 'Terms that found nothing, asked for by enough different visitors of one week',
        tags,
        response: { 200: MissedTerms, ...problems },
      },
    },
    async (request) => ({
      leastVisitors: MISS_MIN_VISITORS,
      items: await listMisses(request.serviceContext()),
    }),
  )
}
