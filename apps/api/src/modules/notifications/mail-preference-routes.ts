import { NoContent, problems } from '@market/contracts'
import {
  ChooseMailsInput,
  MailChoices,
  MailSubscription,
  MailSubscriptionQuery,
} from '@market/contracts/notifications'
import {
  chooseMails,
  getMailChoices,
  readMailSubscription,
  unsubscribeMails,
} from '@market/services/notifications'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

const tags = ['notifications']
const guessable = { rateLimit: { max: 60, timeWindow: '1 minute' } }

export const mailPreferenceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/mail-preferences',
    {
      schema: {
        operationId: 'getMailPreferences',
        summary: 'How a person wants the mails of each class they may end',
        tags,
        response: { 200: MailChoices, ...problems },
      },
    },
    async (request) => getMailChoices(request.serviceContext()),
  )

  app.patch(
    '/api/mail-preferences',
    {
      schema: {
        operationId: 'chooseMails',
        summary: 'Choose at once, once a day or inside the market alone, class by class',
        tags,
        body: ChooseMailsInput,
        response: { 200: MailChoices, ...problems },
      },
    },
    async (request) => chooseMails(request.serviceContext(), request.body),
  )

  app.get(
    '/api/mail-preferences/subscription',
    {
      config: guessable,
      // The token stands in the address.
      logLevel: 'warn',
      schema: {
        operationId: 'readMailSubscription',
        summary: 'Whether the mails that the link of a mail ends still come; nothing is changed by looking',
        tags,
        querystring: MailSubscriptionQuery,
        response: { 200: MailSubscription, ...problems },
      },
    },
    async (request) => readMailSubscription(request.serviceContext(), request.query),
  )

  app.post(
    '/api/mail-preferences/unsubscribe',
    {
      config: guessable,
      schema: {
        operationId: 'unsubscribeMails',
        summary: 'End the mails of a class, or the daily digest, by the link in them, without logging in',
        tags,
        body: MailSubscriptionQuery,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await unsubscribeMails(request.serviceContext(), request.body)
      return reply.status(204).send(null)
    },
  )
}
