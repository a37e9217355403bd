import { IdParams, problems } from '@market/contracts'
import {
  CreateListingInput,
  EditListingInput,
  Listing,
  ListingPage,
  ListingQuery,
  ListingVersionList,
  ListingViewQuery,
} from '@market/contracts/listings'
import type { Page, ServiceContext } from '@market/services'
import {
  createListing,
  editListing,
  getListing,
  type ListedListing,
  type ListListingsInput,
  listMyListings,
  listPublishedListings,
  listReviewQueue,
  listVersions,
} from '@market/services/listings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentListing, presentPublicSummary, presentVersion, presentWorkingSummary } from './presenter.ts'

const tags = ['listings']

type List = (context: ServiceContext, input: ListListingsInput) => Promise<Page<ListedListing>>

const LISTS = {
  mine: { list: listMyListings, present: presentWorkingSummary },
  review: { list: listReviewQueue, present: presentWorkingSummary },
  public: { list: listPublishedListings, present: presentPublicSummary },
} satisfies Record<string, { list: List; present: unknown }>

export const listingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/listings',
    {
      schema: {
        operationId: 'createListing',
        summary: 'Begin a draft',
        tags,
        body: CreateListingInput,
        response: { 201: Listing, ...problems },
      },
    },
    async (request, reply) => {
      const view = await createListing(request.serviceContext(), request.body)
      reply.status(201)
      return presentListing(view, request.actor)
    },
  )

  app.get(
    '/api/listings',
    {
      schema: {
        operationId: 'listListings',
        summary: 'Published listings, those of the acting organization, or those waiting for review',
        tags,
        querystring: ListingQuery,
        response: { 200: ListingPage, ...problems },
      },
    },
    async (request) => {
      const { scope, id, ...input } = request.query
      const { list, present } = LISTS[scope]
      const page = await list(request.serviceContext(), { ...input, ids: id })
      return { ...page, items: page.items.map(present) }
    },
  )

  app.get(
    '/api/listings/:id',
    {
      schema: {
        operationId: 'getListing',
        summary: 'One listing: the published text, or the working one for those who may see it',
        tags,
        params: IdParams,
        querystring: ListingViewQuery,
        response: { 200: Listing, ...problems },
      },
    },
    async (request) => {
      const input = { id: request.params.id, view: request.query.view }
      return presentListing(await getListing(request.serviceContext(), input), request.actor)
    },
  )

  app.patch(
    '/api/listings/:id',
    {
      schema: {
        operationId: 'editListing',
        summary: 'Save some fields of a draft, or of the changes to a public listing',
        tags,
        params: IdParams,
        body: EditListingInput,
        response: { 200: Listing, ...problems },
      },
    },
    async (request) => {
      const input = { id: request.params.id, ...request.body }
      return presentListing(await editListing(request.serviceContext(), input), request.actor)
    },
  )

  app.get(
    '/api/listings/:id/versions',
    {
      schema: {
        operationId: 'listListingVersions',
        summary: 'Every text that was published, newest first',
        tags,
        params: IdParams,
        response: { 200: ListingVersionList, ...problems },
      },
    },
    async (request) => {
      const versions = await listVersions(request.serviceContext(), request.params.id)
      return { items: versions.map(presentVersion) }
    },
  )
}
