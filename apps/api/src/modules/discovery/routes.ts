import { problems } from '@market/contracts'
import {
  SEARCH_ENGINE_HEADER,
  SearchPage,
  SearchQuery,
  Suggestions,
  SuggestQuery,
} from '@market/contracts/discovery'
import { noteMiss, type SearchContext, searchListings, suggestListings } from '@market/services/discovery'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { engineHeader, filtersOf, isNarrowed, presentSearch, rangesOf } from './presenter.ts'
import { visitorOf } from './visitor-of.ts'

const tags = ['discovery']

export const discoveryRoutes: FastifyPluginAsyncZod = async (app) => {
  const contextOf = (request: FastifyRequest): SearchContext => ({
    ...request.serviceContext(),
    search: app.dependencies.search,
  })

  app.get(
    '/api/search',
    {
      schema: {
        operationId: 'searchListings',
        summary:
          'Published listings by words, filters and order; the header x-search-engine says who answered',
        tags,
        querystring: SearchQuery,
        response: { 200: SearchPage, ...problems },
      },
    },
    async (request, reply) => {
      const { q, sort, limit, cursor, locale } = request.query
      const filters = filtersOf(request.query)
      const ranges = rangesOf(request.query)
      const result = await searchListings(contextOf(request), {
        text: q,
        filters,
        ranges,
        sort,
        limit,
        cursor,
        locale,
      })
      reply.header(SEARCH_ENGINE_HEADER, engineHeader(result))
      if (result.fallback) request.log.warn('search answered by the fallback engine')
      const visitor = visitorOf(request)
      if (result.total.value === 0 && visitor && !isNarrowed(filters, ranges)) {
        await noteMiss(request.serviceContext(), { text: q, visitor })
      }
      return presentSearch(result)
    },
  )

  app.get(
    '/api/search/suggest',
    {
      schema: {
        operationId: 'suggestListings',
        summary: 'Titles for what has been typed so far',
        tags,
        querystring: SuggestQuery,
        response: { 200: Suggestions, ...problems },
      },
    },
    async (request, reply) => {
      const { q, limit, locale } = request.query
      const result = await suggestListings(contextOf(request), { text: q, limit, locale })
      if (result === null) return { items: [] }
      reply.header(SEARCH_ENGINE_HEADER, engineHeader(result))
      return { items: result.hits.map(({ id, title }) => ({ listingId: id, title })) }
    },
  )
}
