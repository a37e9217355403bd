import { IdParams, NoContent, problems } from '@market/contracts'
import {
  CreateSavedSearchInput,
  EditSavedSearchesInput,
  EditSavedSearchInput,
  SavedSearch,
  SavedSearchList,
  UnsubscribeInput,
  Unsubscription,
} from '@market/contracts/returning'
import {
  createSavedSearch,
  editSavedSearch,
  editSavedSearches,
  getSavedSearch,
  listSavedSearches,
  readUnsubscription,
  removeSavedSearch,
  type SavedSearchRecord,
  unsubscribeSavedSearch,
} from '@market/services/discovery'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { filtersOf, rangesOf } from './presenter.ts'
import { presentSavedSearch } from './returning-presenter.ts'
import { perPerson } from './visitor-of.ts'

const tags = ['saved-searches']
// Each one is held against every listing to come.
const saving = { rateLimit: { max: 20, timeWindow: '1 minute', keyGenerator: perPerson } }
const guessable = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** A record that has found nothing worth counting yet, or whose count nobody asked for. */
const presentOne = (search: SavedSearchRecord): SavedSearch =>
  presentSavedSearch({ search, foundCount: 0, lastFoundAt: null })

export const savedSearchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/saved-searches',
    {
      schema: {
        operationId: 'listSavedSearches',
        summary: 'The searches a person has saved, at most 50, newest first',
        tags,
        response: { 200: SavedSearchList, ...problems },
      },
    },
    async (request) => ({
      items: (await listSavedSearches(request.serviceContext())).map(presentSavedSearch),
    }),
  )

  app.post(
    '/api/saved-searches',
    {
      config: saving,
      schema: {
        operationId: 'createSavedSearch',
        summary: 'Save a search: it tells of every new or changed listing it finds',
        tags,
        body: CreateSavedSearchInput,
        response: { 201: SavedSearch, ...problems },
      },
    },
    async (request, reply) => {
      const { name, query, cadence, byMail } = request.body
      const context = { ...request.serviceContext(), standing: app.dependencies.standing }
      const asked = { text: query.q, filters: filtersOf(query), ranges: rangesOf(query) }
      const search = await createSavedSearch(context, { name, cadence, byMail, ...asked })
      reply.status(201)
      return presentOne(search)
    },
  )

  app.patch(
    '/api/saved-searches',
    {
      schema: {
        operationId: 'editSavedSearches',
        summary: 'Change how soon all saved searches tell, or whether by mail',
        tags,
        body: EditSavedSearchesInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await editSavedSearches(request.serviceContext(), request.body)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/saved-searches/:id',
    {
      schema: {
        operationId: 'getSavedSearch',
        summary: 'One saved search',
        tags,
        params: IdParams,
        response: { 200: SavedSearch, ...problems },
      },
    },
    async (request) => presentOne(await getSavedSearch(request.serviceContext(), request.params.id)),
  )

  app.patch(
    '/api/saved-searches/:id',
    {
      schema: {
        operationId: 'editSavedSearch',
        summary: 'Change its name, how soon it tells, whether by mail, or pause it',
        tags,
        params: IdParams,
        body: EditSavedSearchInput,
        response: { 200: SavedSearch, ...problems },
      },
    },
    async (request) =>
      presentOne(await editSavedSearch(request.serviceContext(), { id: request.params.id, ...request.body })),
  )

  app.delete(
    '/api/saved-searches/:id',
    {
      schema: {
        operationId: 'removeSavedSearch',
        summary: 'Forget a saved search and what it found',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await removeSavedSearch(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/saved-searches/unsubscription',
    {
      config: guessable,
      // The token stands in the address.
      logLevel: 'warn',
      schema: {
        operationId: 'readUnsubscription',
        summary: 'What the link of a mail would end; nothing is changed by looking',
        tags,
        querystring: UnsubscribeInput,
        response: { 200: Unsubscription, ...problems },
      },
    },
    async (request) => ({
      search: await readUnsubscription(request.serviceContext(), request.query.token),
    }),
  )

  app.post(
    '/api/saved-searches/unsubscribe',
    {
      config: guessable,
      schema: {
        operationId: 'unsubscribeSavedSearch',
        summary: 'End the mails of one search by the link in them, without logging in',
        tags,
        body: UnsubscribeInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await unsubscribeSavedSearch(request.serviceContext(), request.body.token)
      return reply.status(204).send(null)
    },
  )
}
