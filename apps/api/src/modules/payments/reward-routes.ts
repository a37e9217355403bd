import { IdParams, problems } from '@market/contracts'
import {
  ApproveRewardInput,
  DraftRewardInput,
  Reward,
  RewardStatementQuery,
} from '@market/contracts/payments'
import { PdfBytes } from '@market/contracts/registration'
import { refuse } from '@market/domain'
import { approveReward, draftReward, getReward } from '@market/services/payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPdf } from '../registration/pdf-reply.ts'
import { rewardDocument } from './reward-document.ts'
import { presentReward } from './reward-presenter.ts'

const tags = ['rewards']

/** How a seller shares a contract's net income with those who made the result; for the seller's people alone. */
export const rewardRoutes: FastifyPluginAsyncZod = async (app) => {
  const { renderPdf, clock } = app.dependencies
  const described = (operationId: string, summary: string) => ({
    ...{ operationId, summary, tags, params: IdParams },
    response: { 200: Reward, ...problems },
  })

  app.get(
    '/api/contracts/:id/reward',
    { schema: described('getReward', 'The split of a contract’s net income, or a first plan') },
    async (request) => presentReward(await getReward(request.serviceContext(), request.params.id)),
  )

  app.put(
    '/api/contracts/:id/reward',
    {
      schema: {
        ...described('draftReward', 'Write down how the net income is shared'),
        body: DraftRewardInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { revision, ...plan } = request.body
      await draftReward(context, { contractId: request.params.id, revision, plan })
      return presentReward(await getReward(context, request.params.id))
    },
  )

  app.post(
    '/api/contracts/:id/reward/approve',
    {
      schema: {
        ...described('approveReward', 'Approve the split, which closes it'),
        body: ApproveRewardInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await approveReward(context, { contractId: request.params.id, ...request.body })
      return presentReward(await getReward(context, request.params.id))
    },
  )

  app.get(
    '/api/contracts/:id/reward/statement.pdf',
    {
      schema: {
        operationId: 'printRewardStatement',
        summary: 'The statement as a whole, or of one inventor',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        querystring: RewardStatementQuery,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { inventor } = request.query
      const reward = presentReward(await getReward(request.serviceContext(), request.params.id))
      if (inventor !== undefined && !reward.shares.some(({ name }) => name === inventor)) {
        throw refuse('not-found', 'reward.inventor_not_found')
      }
      const pdf = await renderPdf(rewardDocument(reward, { at: clock.now(), inventor }))
      return sendPdf(reply, `奖酬分配表-${inventor ?? reward.title}.pdf`, pdf)
    },
  )
}
