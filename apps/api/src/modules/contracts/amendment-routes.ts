import { IdParams, problems } from '@market/contracts'
import {
  AmendmentParams,
  ContractAmendments,
  DeclineAmendmentInput,
  ProposeAmendmentInput,
  SignAmendmentInput,
} from '@market/contracts/contracts'
import { PdfBytes } from '@market/contracts/registration'
import type { ServiceContext } from '@market/services'
import {
  declineAmendment,
  getAmendmentEvidence,
  getContract,
  listAmendments,
  type PrintableText,
  proposeAmendment,
  signAmendment,
  textDocument,
  withdrawAmendment,
} from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPdf } from '../registration/pdf-reply.ts'
import { presentAmendments } from './amendment-presenter.ts'
import { evidenceDocument } from './evidence-document.ts'

const tags = ['contracts']
const response = { 200: ContractAmendments, ...problems }

const readAmendments = async (context: ServiceContext, id: string) =>
  presentAmendments(await listAmendments(context, id), await getContract(context, id))

/** Every answer is the contract's amendments as they then stand. */
export const amendmentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { printPages, storage } = app.dependencies

  app.get(
    '/api/contracts/:id/amendments',
    {
      schema: {
        operationId: 'listAmendments',
        summary: 'The amendments of a contract, what each changes and what the contract states with them',
        tags,
        params: IdParams,
        response,
      },
    },
    async (request) => readAmendments(request.serviceContext(), request.params.id),
  )

  app.post(
    '/api/contracts/:id/amendments',
    {
      schema: {
        operationId: 'proposeAmendment',
        summary: 'Propose to amend a signed contract by a document of its own',
        tags,
        params: IdParams,
        body: ProposeAmendmentInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await proposeAmendment(context, { id: request.params.id, ...request.body })
      return readAmendments(context, id)
    },
  )

  app.post(
    '/api/contracts/:id/amendments/:number/withdraw',
    {
      schema: {
        operationId: 'withdrawAmendment',
        summary: 'Take back an amendment one’s side proposed',
        tags,
        params: AmendmentParams,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await withdrawAmendment(context, request.params)
      return readAmendments(context, id)
    },
  )

  app.post(
    '/api/contracts/:id/amendments/:number/decline',
    {
      schema: {
        operationId: 'declineAmendment',
        summary: 'Decline an amendment the other side proposed, with the reason',
        tags,
        params: AmendmentParams,
        body: DeclineAmendmentInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await declineAmendment(context, { ...request.params, ...request.body })
      return readAmendments(context, id)
    },
  )

  app.post(
    '/api/contracts/:id/amendments/:number/sign',
    {
      schema: {
        operationId: 'signAmendment',
        summary: 'Sign an amendment here; the second signature brings it in force',
        tags,
        params: AmendmentParams,
        body: SignAmendmentInput,
        response,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const print = (text: PrintableText) => printPages(textDocument(text, { draft: false }))
      const input = { ...request.params, ...request.body }
      const { id } = await signAmendment(context, { storage, print }, input)
      return readAmendments(context, id)
    },
  )

  app.get(
    '/api/contracts/:id/amendments/:number/amendment.pdf',
    {
      schema: {
        operationId: 'printAmendment',
        summary: 'An amendment as PDF; once signed, with the evidence of signing after it',
        tags,
        produces: ['application/pdf'],
        params: AmendmentParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const found = await getAmendmentEvidence(request.serviceContext(), request.params)
      const unsigned = found.signatures.length === 0
      const { bytes } = await printPages(
        unsigned ? textDocument(found.text, { draft: true }) : evidenceDocument(found),
      )
      return sendPdf(reply, `${found.text.title}.pdf`, bytes)
    },
  )
}
