import { IdParams, problems } from '@market/contracts'
import { ContractPerformance, EndContractInput, MarkObligationInput } from '@market/contracts/contracts'
import type { ServiceContext } from '@market/services'
import { endContract, getPerformance, markObligation } from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

const tags = ['contracts']
const response = { 200: ContractPerformance, ...problems }

const readPerformance = async (context: ServiceContext, id: string): Promise<ContractPerformance> => {
  const { contract, obligations, endings, registrationId, mayEnd } = await getPerformance(context, id)
  return {
    contractId: id,
    obligations: obligations.map(({ source, ...rest }) => ({
      ...rest,
      basisZh: source.basis.zh,
      basisEn: source.basis.en,
    })),
    endings: endings.map(({ organizationId, kind, endedOn, reason }) => ({
      organizationId,
      kind,
      endedOn,
      reason,
    })),
    endedOn: contract.endedOn,
    registrationId,
    mayEnd,
  }
}

/** Every answer is how the contract then stands. */
export const contractPerformanceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/contracts/:id/performance',
    {
      schema: {
        operationId: 'getContractPerformance',
        summary: 'What is to be done under a signed contract, by day, with its source and state',
        tags,
        params: IdParams,
        response,
      },
    },
    async (request) => readPerformance(request.serviceContext(), request.params.id),
  )

  app.post(
    '/api/contracts/:id/obligations/done',
    {
      schema: {
        operationId: 'markObligation',
        summary: 'Say that something owed under the contract is done, and when',
        tags,
        params: IdParams,
        body: MarkObligationInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await markObligation(context, { id: request.params.id, ...request.body })
      return readPerformance(context, id)
    },
  )

  app.post(
    '/api/contracts/:id/end',
    {
      schema: {
        operationId: 'endContract',
        summary: 'Declare the contract performed or terminated; it is so once the other side says the same',
        tags,
        params: IdParams,
        body: EndContractInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await endContract(context, { id: request.params.id, ...request.body })
      return readPerformance(context, id)
    },
  )
}
