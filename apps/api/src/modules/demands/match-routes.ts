import { IdParams, NoContent, problems } from '@market/contracts'
import {
  JudgeMatchInput,
  ListingMatchList,
  NeedListingParams,
  NeedMatchList,
} from '@market/contracts/demands'
import { judgeListing, judgeNeed, matchListings, matchNeeds } from '@market/services/demands'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentListingMatch, presentNeedMatch } from './presenter.ts'

const tags = ['needs']

export const matchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/needs/:id/matches',
    {
      schema: {
        operationId: 'listNeedMatches',
        summary: 'For its poster: the listings that answer a need best, with reasons',
        tags,
        params: IdParams,
        response: { 200: ListingMatchList, ...problems },
      },
    },
    async (request) => {
      const context = { ...request.serviceContext(), search: app.dependencies.search }
      const matches = await matchListings(context, request.params.id)
      return { items: matches.map(presentListingMatch) }
    },
  )

  app.put(
    '/api/needs/:id/matches/:listingId',
    {
      schema: {
        operationId: 'judgeListing',
        summary: 'Say whether a listing fits the need; the ranking follows',
        tags,
        params: NeedListingParams,
        body: JudgeMatchInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      const { id: needId, listingId } = request.params
      await judgeListing(request.serviceContext(), { needId, listingId, ...request.body })
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/listings/:id/needs',
    {
      schema: {
        operationId: 'listListingNeeds',
        summary: 'For its owner: the open needs a listing answers best, with reasons',
        tags,
        params: IdParams,
        response: { 200: NeedMatchList, ...problems },
      },
    },
    async (request) => {
      const matches = await matchNeeds(request.serviceContext(), request.params.id)
      return { items: matches.map(presentNeedMatch) }
    },
  )

  app.put(
    '/api/listings/:listingId/needs/:id',
    {
      schema: {
        operationId: 'judgeNeed',
        summary: 'Say whether a need fits the listing; the ranking follows',
        tags,
        params: NeedListingParams,
        body: JudgeMatchInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      const { id: needId, listingId } = request.params
      await judgeNeed(request.serviceContext(), { needId, listingId, ...request.body })
      return reply.status(204).send(null)
    },
  )
}
