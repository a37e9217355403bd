import { IdParams, problems } from '@market/contracts'
import {
  AttachFileInput,
  AttachmentParams,
  Listing,
  PublishListingInput,
  ReturnListingInput,
  WithdrawListingInput,
} from '@market/contracts/listings'
import {
  attachFile,
  detachFile,
  discardChanges,
  publishListing,
  returnListing,
  submitListing,
  withdrawListing,
} from '@market/services/listings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentListing } from './presenter.ts'

const tags = ['listings']
const params = IdParams
const response = { 200: Listing, ...problems }

const stateRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/listings/:id/submit',
    {
      schema: {
        operationId: 'submitListing',
        summary: 'Hand the text to the reviewers; what is missing is named field by field',
        tags,
        params,
        response,
      },
    },
    async (request) =>
      presentListing(await submitListing(request.serviceContext(), request.params.id), request.actor),
  )

  app.post(
    '/api/listings/:id/publish',
    {
      schema: {
        operationId: 'publishListing',
        summary: 'Show the reviewed text to everybody, as a new version',
        tags,
        params,
        body: PublishListingInput.nullish(),
        response,
      },
    },
    async (request) => {
      const input = { id: request.params.id, revision: request.body?.revision }
      return presentListing(await publishListing(request.serviceContext(), input), request.actor)
    },
  )

  app.post(
    '/api/listings/:id/return',
    {
      schema: {
        operationId: 'returnListing',
        summary: 'Give the text back to its editors, with reasons',
        tags,
        params,
        body: ReturnListingInput,
        response,
      },
    },
    async (request) => {
      const input = { id: request.params.id, reasons: request.body.reasons }
      return presentListing(await returnListing(request.serviceContext(), input), request.actor)
    },
  )

  app.post(
    '/api/listings/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawListing',
        summary: 'Take the listing off the market for good',
        tags,
        params,
        body: WithdrawListingInput.nullish(),
        response,
      },
    },
    async (request) => {
      const input = { id: request.params.id, reason: request.body?.reason ?? '' }
      return presentListing(await withdrawListing(request.serviceContext(), input), request.actor)
    },
  )

  app.delete(
    '/api/listings/:id/changes',
    {
      schema: {
        operationId: 'discardListingChanges',
        summary: 'Throw away the unpublished changes to a public listing',
        tags,
        params,
        response,
      },
    },
    async (request) =>
      presentListing(await discardChanges(request.serviceContext(), request.params.id), request.actor),
  )
}

const attachmentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/listings/:id/attachments',
    {
      schema: {
        operationId: 'attachListingFile',
        summary: 'Add an uploaded file to the working text',
        tags,
        params,
        body: AttachFileInput,
        response: { 201: Listing, ...problems },
      },
    },
    async (request, reply) => {
      const input = { listingId: request.params.id, ...request.body }
      const view = await attachFile(request.serviceContext(), input)
      reply.status(201)
      return presentListing(view, request.actor)
    },
  )

  app.delete(
    '/api/listings/:id/attachments/:attachmentId',
    {
      schema: {
        operationId: 'detachListingFile',
        summary: 'Take a file out of the working text',
        tags,
        params: AttachmentParams,
        response,
      },
    },
    async (request) => {
      const { id: listingId, attachmentId } = request.params
      return presentListing(
        await detachFile(request.serviceContext(), { listingId, attachmentId }),
        request.actor,
      )
    },
  )
}

export const listingCommandRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(stateRoutes)
  await app.register(attachmentRoutes)
}
