import { IdParams, NoContent, PageQuery, problems } from '@market/contracts'
import { Listing } from '@market/contracts/listings'
import { EditPortfolioInput, Portfolio, PortfolioInput, PortfolioPage } from '@market/contracts/rights'
import {
  createPortfolio,
  deletePortfolio,
  editPortfolio,
  getPortfolio,
  listPortfolios,
  offerPortfolio,
} from '@market/services/rights'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentListing } from '../listings/presenter.ts'
import { presentPortfolio, presentPortfolioSummary } from './presenter.ts'

const tags = ['rights']
const params = IdParams
const response = { 200: Portfolio, ...problems }

const readRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/portfolios',
    {
      schema: {
        operationId: 'listPortfolios',
        summary: 'The organization’s groups of rights',
        tags,
        querystring: PageQuery,
        response: { 200: PortfolioPage, ...problems },
      },
    },
    async (request) => {
      const { items, nextCursor } = await listPortfolios(request.serviceContext(), request.query)
      return { items: items.map(presentPortfolioSummary), nextCursor }
    },
  )

  app.get(
    '/api/portfolios/:id',
    {
      schema: {
        operationId: 'getPortfolio',
        summary: 'One group of rights as they stand today',
        tags,
        params,
        response,
      },
    },
    async (request) => presentPortfolio(await getPortfolio(request.serviceContext(), request.params.id)),
  )
}

export const portfolioRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(readRoutes)

  app.post(
    '/api/portfolios',
    {
      schema: {
        operationId: 'createPortfolio',
        summary: 'Name a group of rights',
        tags,
        body: PortfolioInput,
        response: { 201: Portfolio, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = await createPortfolio(context, request.body)
      reply.status(201)
      return presentPortfolio(await getPortfolio(context, id))
    },
  )

  app.put(
    '/api/portfolios/:id',
    {
      schema: {
        operationId: 'editPortfolio',
        summary: 'Rename a group of rights or change its members',
        tags,
        params,
        body: EditPortfolioInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await editPortfolio(context, { id, ...request.body })
      return presentPortfolio(await getPortfolio(context, id))
    },
  )

  app.delete(
    '/api/portfolios/:id',
    {
      schema: {
        operationId: 'deletePortfolio',
        summary: 'Dissolve a group; its rights stay',
        tags,
        params,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await deletePortfolio(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/api/portfolios/:id/listing',
    {
      schema: {
        operationId: 'offerPortfolio',
        summary: 'Begin one listing of all the rights of a group',
        tags,
        params,
        response: { 201: Listing, ...problems },
      },
    },
    async (request, reply) => {
      const view = await offerPortfolio(request.serviceContext(), request.params.id)
      reply.status(201)
      return presentListing(view, request.actor)
    },
  )
}
