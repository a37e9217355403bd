import { IdParams, problems } from '@market/contracts'
import { BulkEdit, BulkEditInput, BulkPreview } from '@market/contracts/listings'
import { applyBulkEdit, getBulkEdit, previewBulkEdit, undoBulkEdit } from '@market/services/listings'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentBulkEdit, presentPreview } from './presenter.ts'

const tags = ['listings']
// A hundred listings at once: few people need it often.
const config = { rateLimit: { max: 30, timeWindow: '1 minute' } }

export const bulkRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/listing-bulk-edits/preview',
    {
      config,
      schema: {
        operationId: 'previewBulkEdit',
        summary: 'What one change would do to each of these listings; nothing is stored',
        tags,
        body: BulkEditInput,
        response: { 200: BulkPreview, ...problems },
      },
    },
    async (request) => presentPreview(await previewBulkEdit(request.serviceContext(), request.body)),
  )

  app.post(
    '/api/listing-bulk-edits',
    {
      config,
      schema: {
        operationId: 'applyBulkEdit',
        summary: 'Make one change to many listings; what cannot be done is named listing by listing',
        tags,
        body: BulkEditInput,
        response: { 201: BulkEdit, ...problems },
      },
    },
    async (request, reply) => {
      const view = await applyBulkEdit(request.serviceContext(), request.body)
      reply.status(201)
      return presentBulkEdit(view)
    },
  )

  app.get(
    '/api/listing-bulk-edits/:id',
    {
      schema: {
        operationId: 'getBulkEdit',
        summary: 'What became of a bulk edit',
        tags,
        params: IdParams,
        response: { 200: BulkEdit, ...problems },
      },
    },
    async (request) => presentBulkEdit(await getBulkEdit(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/listing-bulk-edits/:id/undo',
    {
      schema: {
        operationId: 'undoBulkEdit',
        summary: 'Put back what was there before, where nobody has written since',
        tags,
        params: IdParams,
        response: { 200: BulkEdit, ...problems },
      },
    },
    async (request) => presentBulkEdit(await undoBulkEdit(request.serviceContext(), request.params.id)),
  )
}
