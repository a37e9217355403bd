import { IdParams, problems } from '@market/contracts'
import {
  AcceptTextInput,
  Contract,
  ContractText,
  EditTextInput,
  GenerateTextInput,
  SignTextInput,
  TextPdfQuery,
  TextQuery,
} from '@market/contracts/contracts'
import { PdfBytes } from '@market/contracts/registration'
import { refuse } from '@market/domain'
import type { ServiceContext } from '@market/services'
import {
  acceptText,
  editText,
  generateText,
  getContract,
  getSigningEvidence,
  getText,
  signText,
  type TextRow,
  textDocument,
} from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPdf } from '../registration/pdf-reply.ts'
import { evidenceDocument } from './evidence-document.ts'
import { presentContract } from './presenter.ts'
import { presentContractText } from './text-presenter.ts'

const tags = ['contracts']
const response = { 200: ContractText, ...problems }

const readText = async (context: ServiceContext, input: Parameters<typeof getText>[1]) =>
  presentContractText(await getText(context, input), await getContract(context, input.id))

/** Every answer is the text as it then stands. */
export const contractTextRoutes: FastifyPluginAsyncZod = async (app) => {
  const { printPages, storage } = app.dependencies

  app.get(
    '/api/contracts/:id/text',
    {
      schema: {
        operationId: 'getContractText',
        summary: 'The text of a contract with its versions and what one changed in another',
        tags,
        params: IdParams,
        querystring: TextQuery,
        response,
      },
    },
    async (request) => readText(request.serviceContext(), { id: request.params.id, ...request.query }),
  )

  app.post(
    '/api/contracts/:id/text/generate',
    {
      schema: {
        operationId: 'generateContractText',
        summary: 'Write the text out of what the contract states; the parties’ own words stay',
        tags,
        params: IdParams,
        body: GenerateTextInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await generateText(context, { id: request.params.id, ...request.body })
      return readText(context, { id })
    },
  )

  app.post(
    '/api/contracts/:id/text',
    {
      schema: {
        operationId: 'editContractText',
        summary: 'Put another version of the text forward',
        tags,
        params: IdParams,
        body: EditTextInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await editText(context, { id: request.params.id, ...request.body })
      return readText(context, { id })
    },
  )

  app.post(
    '/api/contracts/:id/text/accept',
    {
      schema: {
        operationId: 'acceptContractText',
        summary: 'Take the version the other side put forward; the text is then agreed',
        tags,
        params: IdParams,
        body: AcceptTextInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await acceptText(context, { id: request.params.id, ...request.body })
      return readText(context, { id })
    },
  )

  app.post(
    '/api/contracts/:id/sign-text',
    {
      schema: {
        operationId: 'signContractText',
        summary: 'Sign the agreed text here; the second signature signs the contract',
        tags: ['contracts'],
        params: IdParams,
        body: SignTextInput,
        response: { 200: Contract, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      const { seller, buyer, contract } = await getContract(context, id)
      const sample = seller.sample || buyer.sample
      const print = (text: TextRow) =>
        printPages(textDocument({ ...text, title: contract.title, sample }, { draft: false }))
      await signText(context, { storage, print }, { id, ...request.body })
      return presentContract(await getContract(context, id))
    },
  )

  app.get(
    '/api/contracts/:id/signed.pdf',
    {
      schema: {
        operationId: 'printSignedContract',
        summary:
          'The signed text with the evidence of signing; for a contract signed on paper the evidence alone',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const found = await getSigningEvidence(request.serviceContext(), request.params.id)
      const { bytes } = await printPages(evidenceDocument(found))
      return sendPdf(reply, `${found.title}-签署证据.pdf`, bytes)
    },
  )

  app.get(
    '/api/contracts/:id/text.pdf',
    {
      schema: {
        operationId: 'printContractText',
        summary: 'A version of the text as PDF, the last unless asked otherwise, with the hash of every page',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        querystring: TextPdfQuery,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = request.params
      const record = await getText(context, { id, ...request.query })
      const { seller, buyer } = await getContract(context, id)
      const { shown, contract, agreed, stale, versions } = record
      if (shown === null) throw refuse('not-found', 'contract_text.not_found')
      const { title } = contract
      const sample = seller.sample || buyer.sample
      const draft = !(agreed && !stale && shown.version === versions.at(-1)?.text.version)
      const { bytes } = await printPages(textDocument({ ...shown, contractId: id, title, sample }, { draft }))
      return sendPdf(reply, `${title}.pdf`, bytes)
    },
  )
}
