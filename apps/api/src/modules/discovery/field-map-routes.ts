import { IdParams, problems } from '@market/contracts'
import { SearchQuery } from '@market/contracts/discovery'
import { FieldMap, SavedQuery, SimilarListings, SimilarQuery } from '@market/contracts/returning'
import { findSimilarListings, mapField, type SearchContext } from '@market/services/discovery'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { XLSX } from '../files/send-sheet.ts'
import { fieldMapSheets } from './field-map-sheets.ts'
import { filtersOf, rangesOf } from './presenter.ts'
import { presentSimilar } from './returning-presenter.ts'

const tags = ['discovery']
const SheetQuery = SavedQuery.extend(SearchQuery.pick({ locale: true }).shape)

export const fieldMapRoutes: FastifyPluginAsyncZod = async (app) => {
  const contextOf = (request: FastifyRequest): SearchContext => ({
    ...request.serviceContext(),
    search: app.dependencies.search,
  })
  const mapOf = (request: FastifyRequest, query: z.output<typeof SavedQuery>) =>
    mapField(contextOf(request), { text: query.q, filters: filtersOf(query), ranges: rangesOf(query) })

  app.get(
    '/api/search/map',
    {
      schema: {
        operationId: 'mapField',
        summary:
          'The results of a search counted for charts: time, owners, classes, maturity, modes and more',
        tags,
        querystring: SavedQuery,
        response: { 200: FieldMap, ...problems },
      },
    },
    async (request) => mapOf(request, request.query),
  )

  app.get(
    '/api/search/map.xlsx',
    {
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        operationId: 'exportFieldMap',
        summary: 'The same as a workbook, a sheet per chart',
        tags,
        produces: [XLSX],
        querystring: SheetQuery,
        response: { 200: z.any().meta({ format: 'binary' }), ...problems },
      },
    },
    async (request, reply) => {
      const { locale = request.serviceContext().locale } = request.query
      const map = await mapOf(request, request.query)
      const workbook = await app.dependencies.writeWorkbook(fieldMapSheets(map, request.query.q, locale))
      return reply
        .type(XLSX)
        .header('content-disposition', 'attachment; filename="field-map.xlsx"')
        .send(Buffer.from(workbook))
    },
  )

  app.get(
    '/api/listings/:id/similar',
    {
      schema: {
        operationId: 'findSimilarListings',
        summary: 'Listings like this one, with the words and classes both share',
        tags,
        params: IdParams,
        querystring: SimilarQuery,
        response: { 200: SimilarListings, ...problems },
      },
    },
    async (request) => {
      const input = { listingId: request.params.id, limit: request.query.limit }
      return { items: (await findSimilarListings(contextOf(request), input)).map(presentSimilar) }
    },
  )
}
