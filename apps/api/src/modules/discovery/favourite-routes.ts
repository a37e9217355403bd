import { NoContent, problems } from '@market/contracts'
import {
  FavouriteInput,
  FavouriteMark,
  FavouriteMarks,
  FavouriteMarksQuery,
  FavouritePage,
  FavouriteParams,
  FavouriteQuery,
} from '@market/contracts/returning'
import {
  addFavourite,
  findFavourites,
  listFavourites,
  noteFavourite,
  removeFavourite,
} from '@market/services/discovery'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentFavourite } from './returning-presenter.ts'

const tags = ['favourites']

/** Personal: whoever asks sees their own. */
export const favouriteRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/favourites',
    {
      schema: {
        operationId: 'listFavourites',
        summary: 'The listings a person has kept, the last one first',
        tags,
        querystring: FavouriteQuery,
        response: { 200: FavouritePage, ...problems },
      },
    },
    async (request) => {
      const page = await listFavourites(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentFavourite) }
    },
  )

  app.get(
    '/api/favourites/marks',
    {
      schema: {
        operationId: 'findFavourites',
        summary: 'Which of these listings the person has kept',
        tags,
        querystring: FavouriteMarksQuery,
        response: { 200: FavouriteMarks, ...problems },
      },
    },
    async (request) => {
      const kept = await findFavourites(request.serviceContext(), request.query.listing)
      return { listingIds: kept.map(({ listingId }) => listingId) }
    },
  )

  app.put(
    '/api/favourites/:listingId',
    {
      schema: {
        operationId: 'addFavourite',
        summary: 'Keep a public listing; keeping it again changes nothing',
        tags,
        params: FavouriteParams,
        response: { 200: FavouriteMark, ...problems },
      },
    },
    async (request) => {
      const { listingId, note } = await addFavourite(request.serviceContext(), request.params.listingId)
      return { listingId, note }
    },
  )

  app.patch(
    '/api/favourites/:listingId',
    {
      schema: {
        operationId: 'noteFavourite',
        summary: 'Write a note for oneself',
        tags,
        params: FavouriteParams,
        body: FavouriteInput,
        response: { 200: FavouriteMark, ...problems },
      },
    },
    async (request) => {
      const input = { listingId: request.params.listingId, note: request.body.note }
      const { listingId, note } = await noteFavourite(request.serviceContext(), input)
      return { listingId, note }
    },
  )

  app.delete(
    '/api/favourites/:listingId',
    {
      schema: {
        operationId: 'removeFavourite',
        summary: 'Let go of a listing',
        tags,
        params: FavouriteParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await removeFavourite(request.serviceContext(), request.params.listingId)
      return reply.status(204).send(null)
    },
  )
}
