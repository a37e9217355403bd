import { IdParams, NoContent, problems } from '@market/contracts'
import {
  BrokeragePage,
  BrokerageQuery,
  LicenceRequest,
  ProposeBrokerInput,
} from '@market/contracts/licensing'
import type { ServiceContext } from '@market/services'
import {
  agreeToBrokerage,
  endBrokerage,
  getRequest,
  listBrokerages,
  proposeBroker,
  refuseBrokerage,
} from '@market/services/licensing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentBrokeredDeal } from './brokerage-presenter.ts'
import { presentRequest } from './presenter.ts'

const tags = ['licensing']
/** A command that has no answer of its own. */

type Step = (context: ServiceContext, id: string) => Promise<unknown>

const STEPS: [command: string, operationId: string, summary: string, step: Step][] = [
  [
    'agree',
    'agreeToBrokerage',
    'Agree to a broker and the commission, as the broker or the side that did not propose it',
    agreeToBrokerage,
  ],
  ['refuse', 'refuseBrokerage', 'Say no to a proposed broker', refuseBrokerage],
  ['end', 'endBrokerage', 'End a brokerage; the broker reads no more of the talks', endBrokerage],
]

export const brokerageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/requests/:id/brokerages',
    {
      schema: {
        operationId: 'proposeBroker',
        summary: 'Propose a broker and the commission; answers with the request',
        tags,
        params: IdParams,
        body: ProposeBrokerInput,
        response: { 201: LicenceRequest, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id: requestId } = request.params
      await proposeBroker(context, { requestId, ...request.body })
      reply.status(201)
      return presentRequest(await getRequest(context, requestId))
    },
  )

  app.get(
    '/api/brokerages',
    {
      schema: {
        operationId: 'listBrokerages',
        summary:
          'Deals in which the acting organization is or was to be the broker, the one that moved last first',
        tags,
        querystring: BrokerageQuery,
        response: { 200: BrokeragePage, ...problems },
      },
    },
    async (request) => {
      const page = await listBrokerages(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentBrokeredDeal) }
    },
  )

  for (const [command, operationId, summary, step] of STEPS) {
    app.post(
      `/api/brokerages/:id/${command}`,
      { schema: { operationId, summary, tags, params: IdParams, response: { 204: NoContent, ...problems } } },
      async (request, reply) => {
        await step(request.serviceContext(), request.params.id)
        return reply.status(204).send(null)
      },
    )
  }
}
