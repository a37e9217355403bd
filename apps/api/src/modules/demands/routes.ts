import { IdParams, problems } from '@market/contracts'
import {
  CreateNeedInput,
  EditNeedInput,
  Need,
  NeedListQuery,
  NeedMatchList,
  NeedPage,
  NeedSearchPage,
  NeedSearchQuery,
  NeedViewQuery,
} from '@market/contracts/demands'
import {
  createNeed,
  editNeed,
  getNeed,
  listMatchingNeeds,
  listMyNeeds,
  listNeedsForReview,
  searchNeeds,
} from '@market/services/demands'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentNeed, presentNeedMatch, presentNeedSearch, presentNeedSummary } from './presenter.ts'

const tags = ['needs']

export const needRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/needs',
    {
      schema: {
        operationId: 'searchNeeds',
        summary: 'Open needs the reader may see, with facets',
        tags,
        querystring: NeedSearchQuery,
        response: { 200: NeedSearchPage, ...problems },
      },
    },
    async (request) => {
      const { q, type, field, planIndustry, region, mode, cursor, limit } = request.query
      const filters = {
        ...(type && { type }),
        ...(field && { technicalField: field }),
        ...(planIndustry && { planIndustry }),
        ...(region && { regionCode: region }),
        ...(mode && { cooperationModes: mode }),
      }
      return presentNeedSearch(
        await searchNeeds(request.serviceContext(), { text: q, filters, cursor, limit }),
      )
    },
  )

  app.get(
    '/api/needs/list',
    {
      schema: {
        operationId: 'listNeeds',
        summary: 'Needs of the acting organization, or those waiting for review',
        tags,
        querystring: NeedListQuery,
        response: { 200: NeedPage, ...problems },
      },
    },
    async (request) => {
      const { scope, ...input } = request.query
      const list = scope === 'mine' ? listMyNeeds : listNeedsForReview
      const page = await list(request.serviceContext(), input)
      return { ...page, items: page.items.map(presentNeedSummary) }
    },
  )

  app.get(
    '/api/needs/matching',
    {
      schema: {
        operationId: 'listMatchingNeeds',
        summary: 'New needs that listings of the acting organization answer',
        tags,
        response: { 200: NeedMatchList, ...problems },
      },
    },
    async (request) => {
      const matches = await listMatchingNeeds(request.serviceContext())
      return { items: matches.map(presentNeedMatch) }
    },
  )

  app.get(
    '/api/needs/:id',
    {
      schema: {
        operationId: 'getNeed',
        summary: 'One need: the published text, or the working one for those who may see it',
        tags,
        params: IdParams,
        querystring: NeedViewQuery,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await getNeed(context, { id: request.params.id, view: request.query.view })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.post(
    '/api/needs',
    {
      schema: {
        operationId: 'createNeed',
        summary: 'Begin a draft',
        tags,
        body: CreateNeedInput,
        response: { 201: Need, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const view = await createNeed(context, request.body)
      reply.status(201)
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.patch(
    '/api/needs/:id',
    {
      schema: {
        operationId: 'editNeed',
        summary: 'Save some fields of a draft, or of the changes to a published need',
        tags,
        params: IdParams,
        body: EditNeedInput,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await editNeed(context, { id: request.params.id, ...request.body })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )
}
