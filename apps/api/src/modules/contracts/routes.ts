import { IdParams, problems } from '@market/contracts'
import { Contract, ContractPage, ContractQuery, EditContractInput } from '@market/contracts/contracts'
import { editContract, getContract, listContracts } from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentContract, presentContractSummary } from './presenter.ts'

const tags = ['contracts']

export const contractRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/contracts',
    {
      schema: {
        operationId: 'listContracts',
        summary:
          'Contracts of the acting organization and those entrusted to it, the one that moved last first',
        tags,
        querystring: ContractQuery,
        response: { 200: ContractPage, ...problems },
      },
    },
    async (request) => {
      const page = await listContracts(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentContractSummary) }
    },
  )

  app.get(
    '/api/contracts/:id',
    {
      schema: {
        operationId: 'getContract',
        summary: 'One contract with its signatures, its story and what may be done now',
        tags,
        params: IdParams,
        response: { 200: Contract, ...problems },
      },
    },
    async (request) => presentContract(await getContract(request.serviceContext(), request.params.id)),
  )

  app.patch(
    '/api/contracts/:id',
    {
      schema: {
        operationId: 'editContract',
        summary: 'Change the draft that was read',
        tags,
        params: IdParams,
        body: EditContractInput,
        response: { 200: Contract, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await editContract(context, { id: request.params.id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )
}
