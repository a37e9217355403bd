import { IdParams, problems } from '@market/contracts'
import { LicenceRequest, MakeOfferInput, OfferParams } from '@market/contracts/licensing'
import type { ServiceContext } from '@market/services'
import { acceptOffer } from '@market/services/contracts'
import { getRequest, makeOffer, type OfferInput, withdrawOffer } from '@market/services/licensing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentRequest } from './presenter.ts'

const tags = ['licensing']

type Decision = (context: ServiceContext, input: OfferInput) => Promise<unknown>

const DECISIONS: [command: string, operationId: string, summary: string, decide: Decision][] = [
  [
    'accept',
    'acceptOffer',
    'Take the other side’s open offer; its contract draft is made at once',
    acceptOffer,
  ],
  ['withdraw', 'withdrawOffer', 'Take one’s own open offer back', withdrawOffer],
]

/** Every answer is the request as it then stands, with all versions of the terms. */
export const offerRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/requests/:id/offers',
    {
      schema: {
        operationId: 'makeOffer',
        summary: 'Put complete terms on the table; the offer that lay there is superseded',
        tags,
        params: IdParams,
        body: MakeOfferInput,
        response: { 201: LicenceRequest, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id: requestId } = request.params
      await makeOffer(context, { requestId, ...request.body })
      reply.status(201)
      return presentRequest(await getRequest(context, requestId))
    },
  )

  for (const [command, operationId, summary, decide] of DECISIONS) {
    app.post(
      `/api/requests/:id/offers/:offerId/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: OfferParams,
          response: { 200: LicenceRequest, ...problems },
        },
      },
      async (request) => {
        const context = request.serviceContext()
        const { id: requestId, offerId } = request.params
        await decide(context, { requestId, offerId })
        return presentRequest(await getRequest(context, requestId))
      },
    )
  }
}
