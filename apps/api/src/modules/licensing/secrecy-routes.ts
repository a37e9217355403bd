import { IdParams, NoContent, PageQuery, problems } from '@market/contracts'
import { FileBytes } from '@market/contracts/files'
import {
  AcceptNdaInput,
  ConfidentialFileParams,
  Confidentiality,
  ConfidentialOpeningPage,
  NdaPage,
  NdaQuery,
  NdaTemplate,
  SaveNdaTemplateInput,
  WithdrawNdaInput,
} from '@market/contracts/licensing'
import {
  acceptNda,
  getConfidentiality,
  getNdaTemplate,
  listNdas,
  listOpenings,
  openConfidentialFile,
  saveNdaTemplate,
  withdrawNda,
} from '@market/services/licensing'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contentDisposition } from '../files/presenter.ts'
import { presentConfidentiality, presentNdaSummary, presentOpening } from './secrecy-presenter.ts'

const tags = ['licensing']
const LISTING = '/api/listings/:id/confidentiality'

const EXTENSIONS: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
}

/** A marked file is to be saved, never run or kept by a cache on the way. */
const markedHeaders = (title: string, mediaType: string): Record<string, string> => ({
  'content-type': mediaType,
  'content-disposition': contentDisposition(`${title}${EXTENSIONS[mediaType] ?? ''}`),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
})

const confidentialityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    LISTING,
    {
      schema: {
        operationId: 'getConfidentiality',
        summary:
          'The confidential files of a listing as far as one is bound to secrecy, and what is to be accepted',
        tags,
        params: IdParams,
        response: { 200: Confidentiality, ...problems },
      },
    },
    async (request) =>
      presentConfidentiality(await getConfidentiality(request.serviceContext(), request.params.id)),
  )

  app.post(
    LISTING,
    {
      schema: {
        operationId: 'acceptNda',
        summary: 'A signatory accepts the agreement of secrecy that was read',
        tags,
        params: IdParams,
        body: AcceptNdaInput,
        response: { 201: Confidentiality, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id: listingId } = request.params
      await acceptNda(context, { listingId, ...request.body })
      reply.status(201)
      return presentConfidentiality(await getConfidentiality(context, listingId))
    },
  )

  app.get(
    '/api/listings/:id/confidential-files/:fileId',
    {
      schema: {
        operationId: 'openConfidentialFile',
        summary: 'A confidential file with its reader and the time across it; the opening is noted',
        tags,
        params: ConfidentialFileParams,
        produces: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
        response: { 200: FileBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { storage, watermarker } = app.dependencies
      const { id: listingId, fileId } = request.params
      const { file, content } = await openConfidentialFile(
        request.serviceContext(),
        { storage, watermarker },
        { listingId, fileId },
      )
      reply.headers(markedHeaders(file.titleZh, file.mediaType))
      return reply.send(Buffer.from(content))
    },
  )
}

/** Agreements of secrecy, from acceptance to withdrawal, and what owners see of them. */
export const secrecyRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(confidentialityRoutes)

  app.get(
    '/api/ndas',
    {
      schema: {
        operationId: 'listNdas',
        summary: 'Agreements of secrecy of the acting organization, the newest first',
        tags,
        querystring: NdaQuery,
        response: { 200: NdaPage, ...problems },
      },
    },
    async (request) => {
      const page = await listNdas(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentNdaSummary) }
    },
  )

  app.post(
    '/api/ndas/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawNda',
        summary: 'End the access to confidential files; the duty of secrecy stays',
        tags,
        params: IdParams,
        body: WithdrawNdaInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await withdrawNda(request.serviceContext(), { id: request.params.id, ...request.body })
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/confidential-openings',
    {
      schema: {
        operationId: 'listConfidentialOpenings',
        summary: 'Who opened which confidential file of the acting organization when, the last first',
        tags,
        querystring: PageQuery,
        response: { 200: ConfidentialOpeningPage, ...problems },
      },
    },
    async (request) => {
      const page = await listOpenings(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentOpening) }
    },
  )

  app.get(
    '/api/nda-template',
    {
      schema: {
        operationId: 'getNdaTemplate',
        summary: 'The agreement the acting organization asks its readers to accept',
        tags,
        response: { 200: NdaTemplate, ...problems },
      },
    },
    async (request) => getNdaTemplate(request.serviceContext()),
  )

  app.put(
    '/api/nda-template',
    {
      schema: {
        operationId: 'saveNdaTemplate',
        summary: 'A new version of the organization’s own agreement of secrecy',
        tags,
        body: SaveNdaTemplateInput,
        response: { 200: NdaTemplate, ...problems },
      },
    },
    async (request) => saveNdaTemplate(request.serviceContext(), request.body),
  )
}
