import { problems } from '@market/contracts'
import { refuse } from '@market/domain'
import { keepGatewayEvent } from '@market/services/payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

const MAX_EVENT_BYTES = 512 * 1024

/** What Stripe tells us, by the bytes it signed. Nothing is made of it here: it is kept, and the worker looks. */
export const webhookRoutes: FastifyPluginAsyncZod = async (app) => {
  const { gateway } = app.dependencies.payments
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post(
    '/api/payments/stripe/webhook',
    {
      bodyLimit: MAX_EVENT_BYTES,
      schema: {
        operationId: 'receiveStripeEvent',
        summary: 'For Stripe alone: an event, signed',
        tags: ['payments'],
        response: { 200: z.object({ received: z.literal(true) }), ...problems },
      },
    },
    async (request) => {
      const signature = request.headers['stripe-signature']
      if (gateway === null) throw refuse('not-found', 'route.not_found')
      if (!Buffer.isBuffer(request.body) || typeof signature !== 'string') {
        throw refuse('invalid', 'payment.signature_invalid')
      }
      const event = gateway.verifyEvent(request.body, signature, app.dependencies.clock.now())
      if (event === null) throw refuse('invalid', 'payment.signature_invalid')
      await keepGatewayEvent({ ...request.serviceContext(), actor: null }, event)
      return { received: true as const }
    },
  )
}
