import { IdParams, problems } from '@market/contracts'
import {
  ContentChangeList,
  HistoryQuery,
  Listing,
  ListingHistory,
  SetContactInput,
} from '@market/contracts/listings'
import {
  listHistory,
  readPendingChanges,
  releaseReview,
  renewListing,
  setContact,
  takeReview,
} from '@market/services/listings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentHistory, presentListing } from './presenter.ts'

const tags = ['listings']
const params = IdParams
const response = { 200: Listing, ...problems }

const COMMANDS = [
  [
    'renew',
    'renewListing',
    'Give the listing another term; one that has ended returns to the market',
    renewListing,
  ],
  ['take-review', 'takeListingReview', 'Take the waiting text from the queue', takeReview],
  ['release-review', 'releaseListingReview', 'Give the text back to the queue', releaseReview],
] as const

/** The term of a listing, its history and who looks after it. */
export const listingTermRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const [command, operationId, summary, run] of COMMANDS) {
    app.post(
      `/api/listings/:id/${command}`,
      { schema: { operationId, summary, tags, params, response } },
      async (request) =>
        presentListing(await run(request.serviceContext(), request.params.id), request.actor),
    )
  }

  app.put(
    '/api/listings/:id/contact',
    {
      schema: {
        operationId: 'setListingContact',
        summary: 'Name whom to ask; holds at once, without a review',
        tags,
        params,
        body: SetContactInput,
        response,
      },
    },
    async (request) => {
      const input = { id: request.params.id, contactId: request.body.contactId }
      return presentListing(await setContact(request.serviceContext(), input), request.actor)
    },
  )

  app.get(
    '/api/listings/:id/history',
    {
      schema: {
        operationId: 'getListingHistory',
        summary: 'What each publication changed, newest first',
        tags,
        params,
        querystring: HistoryQuery,
        response: { 200: ListingHistory, ...problems },
      },
    },
    async (request) => {
      const input = { id: request.params.id, ...request.query }
      const { items, nextBefore } = await listHistory(request.serviceContext(), input)
      return { items: items.map(presentHistory), nextBefore }
    },
  )

  app.get(
    '/api/listings/:id/pending-changes',
    {
      schema: {
        operationId: 'getPendingChanges',
        summary: 'The working text against the published one, for editors and reviewers',
        tags,
        params,
        response: { 200: ContentChangeList, ...problems },
      },
    },
    async (request) => ({ items: await readPendingChanges(request.serviceContext(), request.params.id) }),
  )
}
