import { IdParams, problems } from '@market/contracts'
import {
  CreateRequestInput,
  DeclineRequestInput,
  LicenceRequest,
  LostRequestList,
  RequestPage,
  RequestQuery,
  SendMessageInput,
  WithdrawRequestInput,
} from '@market/contracts/licensing'
import type { ServiceContext } from '@market/services'
import {
  acceptRequest,
  createRequest,
  declineRequest,
  getRequest,
  listRequests,
  type RequestRow,
  readLostRequests,
  sendMessage,
  withdrawRequest,
} from '@market/services/licensing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentRequest, presentRequestSummary } from './presenter.ts'

const tags = ['licensing']

type Answer = (context: ServiceContext, id: string) => Promise<RequestRow>

const ANSWERS: [command: string, operationId: string, summary: string, answer: Answer][] = [
  ['accept', 'acceptRequest', 'Agree to talk; the listing then stands under negotiation', acceptRequest],
]

export const requestRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/requests',
    {
      schema: {
        operationId: 'createRequest',
        summary: 'Apply for a licence or transfer of a listing',
        tags,
        body: CreateRequestInput,
        response: { 201: LicenceRequest, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = await createRequest(context, request.body)
      reply.status(201)
      return presentRequest(await getRequest(context, id))
    },
  )

  app.get(
    '/api/requests',
    {
      schema: {
        operationId: 'listRequests',
        summary: 'Requests the acting organization made or received, the one that moved last first',
        tags,
        querystring: RequestQuery,
        response: { 200: RequestPage, ...problems },
      },
    },
    async (request) => {
      const page = await listRequests(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentRequestSummary) }
    },
  )

  app.get(
    '/api/requests/:id',
    {
      schema: {
        operationId: 'getRequest',
        summary: 'One request with its offers, its story and what may be done now',
        tags,
        params: IdParams,
        response: { 200: LicenceRequest, ...problems },
      },
    },
    async (request) => presentRequest(await getRequest(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/requests/:id/decline',
    {
      schema: {
        operationId: 'declineRequest',
        summary: 'Say no, or end the talks, for one of the listed reasons',
        tags,
        params: IdParams,
        body: DeclineRequestInput,
        response: { 200: LicenceRequest, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await declineRequest(context, { id, ...request.body })
      return presentRequest(await getRequest(context, id))
    },
  )

  app.post(
    '/api/requests/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawRequest',
        summary: 'Take one’s own request back, and say why if one likes',
        tags,
        params: IdParams,
        body: WithdrawRequestInput.nullish(),
        response: { 200: LicenceRequest, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      await withdrawRequest(context, id, request.body ?? undefined)
      return presentRequest(await getRequest(context, id))
    },
  )

  app.get(
    '/api/listings/:id/lost-requests',
    {
      schema: {
        operationId: 'listLostRequests',
        summary: 'Why requests for one’s own listing came to nothing, by class of reason and side',
        tags,
        params: IdParams,
        response: { 200: LostRequestList, ...problems },
      },
    },
    async (request) => ({ items: await readLostRequests(request.serviceContext(), request.params.id) }),
  )

  app.post(
    '/api/requests/:id/messages',
    {
      schema: {
        operationId: 'sendMessage',
        summary: 'Write to the other side; answers with the request and its thread',
        tags,
        params: IdParams,
        body: SendMessageInput,
        response: { 201: LicenceRequest, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id: requestId } = request.params
      await sendMessage(context, { requestId, ...request.body })
      reply.status(201)
      return presentRequest(await getRequest(context, requestId))
    },
  )

  for (const [command, operationId, summary, answer] of ANSWERS) {
    app.post(
      `/api/requests/:id/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          response: { 200: LicenceRequest, ...problems },
        },
      },
      async (request) => {
        const context = request.serviceContext()
        const { id } = await answer(context, request.params.id)
        return presentRequest(await getRequest(context, id))
      },
    )
  }
}
