import { IdParams, problems } from '@market/contracts'
import {
  ListingEncumbrances,
  RightEventInput,
  RightListQuery,
  RightPage,
  RightRecord,
  RightRecordInput,
} from '@market/contracts/rights'
import {
  createRight,
  editRight,
  getRight,
  listRights,
  readEncumbrances,
  recordRightEvent,
} from '@market/services/rights'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { portfolioRoutes } from './portfolio-routes.ts'
import { presentEncumbrances, presentListedRight, presentRight } from './presenter.ts'

const tags = ['rights']
const params = IdParams

const readRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/rights',
    {
      schema: {
        operationId: 'listRights',
        summary: 'The organization’s rights, by number in any form, status and fees that fall due',
        tags,
        querystring: RightListQuery,
        response: { 200: RightPage, ...problems },
      },
    },
    async (request) => {
      const { items, nextCursor } = await listRights(request.serviceContext(), request.query)
      return { items: items.map(presentListedRight), nextCursor }
    },
  )

  app.get(
    '/api/rights/:id',
    {
      schema: {
        operationId: 'getRight',
        summary: 'One right with its history, what burdens it, and where it is offered and licensed',
        tags,
        params,
        response: { 200: RightRecord, ...problems },
      },
    },
    async (request) => presentRight(await getRight(request.serviceContext(), request.params.id)),
  )

  app.get(
    '/api/listings/:id/encumbrances',
    {
      schema: {
        operationId: 'getListingEncumbrances',
        summary:
          'How the rights of a listing stand today, each line with its source and the day it was checked',
        tags,
        params,
        response: { 200: ListingEncumbrances, ...problems },
      },
    },
    async (request) =>
      presentEncumbrances(await readEncumbrances(request.serviceContext(), request.params.id)),
  )
}

const writeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/rights',
    {
      schema: {
        operationId: 'createRight',
        summary: 'Record a right, whether or not it is listed yet',
        tags,
        body: RightRecordInput,
        response: { 201: RightRecord, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = await createRight(context, request.body)
      reply.status(201)
      return presentRight(await getRight(context, id))
    },
  )

  app.put(
    '/api/rights/:id',
    {
      schema: {
        operationId: 'editRight',
        summary: 'Correct the facts of a right; its history stays',
        tags,
        params,
        body: RightRecordInput,
        response: { 200: RightRecord, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await editRight(context, { id, ...request.body })
      return presentRight(await getRight(context, id))
    },
  )

  app.post(
    '/api/rights/:id/events',
    {
      schema: {
        operationId: 'recordRightEvent',
        summary: 'Enter what happened to a right; its listings freeze or thaw at once',
        tags,
        params,
        body: RightEventInput,
        response: { 201: RightRecord, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id: rightId } = request.params
      await recordRightEvent(context, { rightId, ...request.body })
      reply.status(201)
      return presentRight(await getRight(context, rightId))
    },
  )
}

export const rightRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(readRoutes)
  await app.register(writeRoutes)
  await app.register(portfolioRoutes)
}
