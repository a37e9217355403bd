import { IdParams, PageQuery, problems } from '@market/contracts'
import {
  AnswerNeedInput,
  AnswerPage,
  AnswerReceipt,
  DeclineAnswerInput,
  TakenUp,
  TakeUpAnswerInput,
} from '@market/contracts/demands'
import {
  answerNeed,
  declineAnswer,
  listAnswers,
  listMyAnswers,
  shortlistAnswer,
  takeUpAnswer,
  withdrawAnswer,
} from '@market/services/demands'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentAnswer } from './presenter.ts'

const tags = ['needs']

export const answerRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/needs/:id/answers',
    {
      schema: {
        operationId: 'answerNeed',
        summary: 'Answer a need with a listing or a proposal',
        tags,
        params: IdParams,
        body: AnswerNeedInput,
        response: { 201: AnswerReceipt, ...problems },
      },
    },
    async (request, reply) => {
      const { listingId, proposal, message } = request.body
      const needId = request.params.id
      const context = request.serviceContext()
      const answer = proposal
        ? await answerNeed(context, { needId, message, proposal })
        : await answerNeed(context, { needId, message, listingId: listingId ?? '' })
      reply.status(201)
      return { id: answer.id, state: answer.state }
    },
  )

  app.get(
    '/api/needs/:id/answers',
    {
      schema: {
        operationId: 'listNeedAnswers',
        summary: 'The answers to a need of the acting organization',
        tags,
        params: IdParams,
        querystring: PageQuery,
        response: { 200: AnswerPage, ...problems },
      },
    },
    async (request) => {
      const page = await listAnswers(request.serviceContext(), {
        needId: request.params.id,
        ...request.query,
      })
      return { ...page, items: page.items.map(presentAnswer) }
    },
  )

  app.get(
    '/api/need-answers',
    {
      schema: {
        operationId: 'listMyAnswers',
        summary: 'The answers the acting organization has given',
        tags,
        querystring: PageQuery,
        response: { 200: AnswerPage, ...problems },
      },
    },
    async (request) => {
      const page = await listMyAnswers(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentAnswer) }
    },
  )

  app.post(
    '/api/need-answers/:id/shortlist',
    {
      schema: {
        operationId: 'shortlistAnswer',
        summary: 'Keep an answer in view',
        tags,
        params: IdParams,
        response: { 200: AnswerReceipt, ...problems },
      },
    },
    async (request) => {
      const { id, state } = await shortlistAnswer(request.serviceContext(), request.params.id)
      return { id, state }
    },
  )

  app.post(
    '/api/need-answers/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawAnswer',
        summary: 'Take an answer back',
        tags,
        params: IdParams,
        response: { 200: AnswerReceipt, ...problems },
      },
    },
    async (request) => {
      const { id, state } = await withdrawAnswer(request.serviceContext(), request.params.id)
      return { id, state }
    },
  )

  app.post(
    '/api/need-answers/:id/decline',
    {
      schema: {
        operationId: 'declineAnswer',
        summary: 'Say no, with a reason',
        tags,
        params: IdParams,
        body: DeclineAnswerInput,
        response: { 200: AnswerReceipt, ...problems },
      },
    },
    async (request) => {
      const { id, state } = await declineAnswer(request.serviceContext(), {
        id: request.params.id,
        ...request.body,
      })
      return { id, state }
    },
  )

  app.post(
    '/api/need-answers/:id/take-up',
    {
      schema: {
        operationId: 'takeUpAnswer',
        summary: 'Take an answer up: a request begins',
        tags,
        params: IdParams,
        body: TakeUpAnswerInput,
        response: { 201: TakenUp, ...problems },
      },
    },
    async (request, reply) => {
      const input = { id: request.params.id, ...request.body }
      const { id: requestId } = await takeUpAnswer(request.serviceContext(), input)
      reply.status(201)
      return { requestId }
    },
  )
}
