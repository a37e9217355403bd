import { IdParams, NoContent, problems } from '@market/contracts'
import { RequestDraft, RequestDraftList, SaveRequestDraftInput } from '@market/contracts/licensing'
import {
  discardRequestDraft,
  getRequestDraft,
  listRequestDrafts,
  type RequestDraftRecord,
  saveRequestDraft,
} from '@market/services/licensing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentFile } from '../files/presenter.ts'
import { presentDealListing } from './deal-presenter.ts'

const tags = ['licensing']
const URL = '/api/listings/:id/request-draft'

const presentDraft = ({ files, updatedAt, ...draft }: RequestDraftRecord): RequestDraft => ({
  ...draft,
  files: files.map(presentFile),
  updatedAt: updatedAt?.toISOString() ?? null,
})

/** Requests on their way: written by one organization, unknown to everybody else. */
export const requestDraftRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/request-drafts',
    {
      schema: {
        operationId: 'listRequestDrafts',
        summary: 'Requests the acting organization has begun and not sent',
        tags,
        response: { 200: RequestDraftList, ...problems },
      },
    },
    async (request) => {
      const rows = await listRequestDrafts(request.serviceContext())
      return {
        items: rows.map(({ draft, listing }) => ({
          listing: presentDealListing(listing),
          updatedAt: draft.updatedAt.toISOString(),
        })),
      }
    },
  )

  app.get(
    URL,
    {
      schema: {
        operationId: 'getRequestDraft',
        summary: 'The request as far as it is written; before that, what the organization’s record suggests',
        tags,
        params: IdParams,
        response: { 200: RequestDraft, ...problems },
      },
    },
    async (request) => presentDraft(await getRequestDraft(request.serviceContext(), request.params.id)),
  )

  app.put(
    URL,
    {
      schema: {
        operationId: 'saveRequestDraft',
        summary: 'Keep an unfinished request',
        tags,
        params: IdParams,
        body: SaveRequestDraftInput,
        response: { 200: RequestDraft, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id: listingId } = request.params
      await saveRequestDraft(context, { listingId, ...request.body })
      return presentDraft(await getRequestDraft(context, listingId))
    },
  )

  app.delete(
    URL,
    {
      schema: {
        operationId: 'discardRequestDraft',
        summary: 'Throw an unfinished request away',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await discardRequestDraft(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )
}
