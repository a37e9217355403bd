import { IdParams, problems } from '@market/contracts'
import {
  AttachSignedFileInput,
  Contract,
  EntrustContractInput,
  MakeReadyInput,
} from '@market/contracts/contracts'
import { ConsentInput } from '@market/contracts/rights'
import type { ServiceContext } from '@market/services'
import {
  attachSignedFile,
  type ContractRow,
  entrustContract,
  getContract,
  makeContractReady,
  recordConsent,
  reopenContract,
  signContract,
} from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentContract } from './presenter.ts'

const tags = ['contracts']
const response = { 200: Contract, ...problems }

type Step = (context: ServiceContext, id: string) => Promise<ContractRow>

const STEPS: [command: string, operationId: string, summary: string, step: Step][] = [
  ['reopen', 'reopenContract', 'Back to the draft; attached files are let go', reopenContract],
  [
    'sign',
    'signContract',
    'Confirm one’s side’s signature on the attached file; the second confirmation signs',
    signContract,
  ],
]

/** Every answer is the contract as it then stands. */
export const contractCommandRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/contracts/:id/consents',
    {
      schema: {
        operationId: 'recordConsent',
        summary: 'Record that a co-owner or pledgee agrees to this contract',
        tags,
        params: IdParams,
        body: ConsentInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await recordConsent(context, { id: request.params.id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )

  app.post(
    '/api/contracts/:id/ready',
    {
      schema: {
        operationId: 'makeContractReady',
        summary: 'Settle the text that was read, so that it may be signed',
        tags,
        params: IdParams,
        body: MakeReadyInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await makeContractReady(context, { id: request.params.id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )

  app.post(
    '/api/contracts/:id/files',
    {
      schema: {
        operationId: 'attachSignedFile',
        summary: 'Attach the signed contract (PDF) for one’s side',
        tags,
        params: IdParams,
        body: AttachSignedFileInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await attachSignedFile(context, { id: request.params.id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )

  app.post(
    '/api/contracts/:id/entrust',
    {
      schema: {
        operationId: 'entrustContract',
        summary: 'Let a verified transfer agency see the contract and file it',
        tags,
        params: IdParams,
        body: EntrustContractInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await entrustContract(context, { id: request.params.id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )

  for (const [command, operationId, summary, step] of STEPS) {
    app.post(
      `/api/contracts/:id/${command}`,
      { schema: { operationId, summary, tags, params: IdParams, response } },
      async (request) => {
        const context = request.serviceContext()
        const { id } = await step(context, request.params.id)
        return presentContract(await getContract(context, id))
      },
    )
  }
}
