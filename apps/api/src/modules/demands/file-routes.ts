import { IdParams, problems } from '@market/contracts'
import { AttachNeedFileInput, Need } from '@market/contracts/demands'
import { AttachmentParams } from '@market/contracts/listings'
import { attachNeedFile, detachNeedFile } from '@market/services/demands'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentNeed } from './presenter.ts'

const tags = ['needs']

export const needFileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/needs/:id/attachments',
    {
      schema: {
        operationId: 'attachNeedFile',
        summary: 'Add an uploaded file to the working text; who may read the need may read it',
        tags,
        params: IdParams,
        body: AttachNeedFileInput,
        response: { 201: Need, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const view = await attachNeedFile(context, { needId: request.params.id, ...request.body })
      reply.status(201)
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.delete(
    '/api/needs/:id/attachments/:attachmentId',
    {
      schema: {
        operationId: 'detachNeedFile',
        summary: 'Take a file out of the working text',
        tags,
        params: AttachmentParams,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id: needId, attachmentId } = request.params
      const view = await detachNeedFile(context, { needId, attachmentId })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )
}
