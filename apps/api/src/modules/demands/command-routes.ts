import { IdParams, problems } from '@market/contracts'
import { Need, PublishNeedInput, ReturnNeedInput, WithdrawNeedInput } from '@market/contracts/demands'
import {
  discardNeedChanges,
  publishNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '@market/services/demands'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentNeed } from './presenter.ts'

const tags = ['needs']

export const needCommandRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/needs/:id/submit',
    {
      schema: {
        operationId: 'submitNeed',
        summary: 'Hand the text to the reviewers; what is missing is named field by field',
        tags,
        params: IdParams,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await submitNeed(context, request.params.id)
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.post(
    '/api/needs/:id/publish',
    {
      schema: {
        operationId: 'publishNeed',
        summary: 'Show the reviewed text, as a new version',
        tags,
        params: IdParams,
        body: PublishNeedInput.nullish(),
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await publishNeed(context, {
        id: request.params.id,
        revision: request.body?.revision,
      })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.post(
    '/api/needs/:id/return',
    {
      schema: {
        operationId: 'returnNeed',
        summary: 'Give the text back to its editors, with reasons',
        tags,
        params: IdParams,
        body: ReturnNeedInput,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await returnNeed(context, { id: request.params.id, reasons: request.body.reasons })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.post(
    '/api/needs/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawNeed',
        summary: 'Take the need off the market for good',
        tags,
        params: IdParams,
        body: WithdrawNeedInput.nullish(),
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await withdrawNeed(context, { id: request.params.id, reason: request.body?.reason ?? '' })
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )

  app.delete(
    '/api/needs/:id/changes',
    {
      schema: {
        operationId: 'discardNeedChanges',
        summary: 'Throw away the unpublished changes to a published need',
        tags,
        params: IdParams,
        response: { 200: Need, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const view = await discardNeedChanges(context, request.params.id)
      return presentNeed(view, context.actor?.organizationId ?? null)
    },
  )
}
