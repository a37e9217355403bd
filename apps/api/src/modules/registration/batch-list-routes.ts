import { IdParams, PageQuery, problems } from '@market/contracts'
import {
  BatchList,
  BatchListPage,
  CreateBatchListInput,
  PdfBytes,
  PublicBatchList,
  VerifyBatchListQuery,
} from '@market/contracts/registration'
import {
  type BatchListDetails,
  createBatchList,
  getBatchList,
  listBatchLists,
  verifyBatchList,
} from '@market/services/registration'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  batchListUrl,
  presentBatchList,
  presentBatchListSummary,
  presentPublicBatchList,
} from './batch-list-presenter.ts'
import { batchListDocument } from './documents/batch-list-document.ts'
import { sendPdf } from './pdf-reply.ts'

const tags = ['registration']
const produces = ['application/pdf']
// As for certificates: guessing costs nothing, and the code in the address stays out of the log.
const guarded = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, logLevel: 'warn' } as const

export const batchListRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl } = app.settings
  const sendDocument = async (reply: FastifyReply, details: BatchListDetails) => {
    const url = batchListUrl(publicUrl, details.list.verificationCode)
    const pdf = await app.dependencies.renderPdf(batchListDocument(details, url))
    return sendPdf(reply, `登记清单-${details.list.fromOn}-${details.list.toOn}.pdf`, pdf)
  }

  app.post(
    '/api/batch-lists',
    {
      schema: {
        operationId: 'createBatchList',
        summary: 'List what one’s agency registered in a period, with a hash and a public code',
        tags,
        body: CreateBatchListInput,
        response: { 201: BatchList, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = await createBatchList(context, request.body)
      reply.status(201)
      return presentBatchList(await getBatchList(context, id), publicUrl)
    },
  )

  app.get(
    '/api/batch-lists',
    {
      schema: {
        operationId: 'listBatchLists',
        summary: 'The agency’s lists, newest first; void ones say so',
        tags,
        querystring: PageQuery,
        response: { 200: BatchListPage, ...problems },
      },
    },
    async (request) => {
      const page = await listBatchLists(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentBatchListSummary) }
    },
  )

  app.get(
    '/api/batch-lists/:id',
    {
      schema: {
        operationId: 'getBatchList',
        summary: 'One list with its contracts as listed and as they are',
        tags,
        params: IdParams,
        response: { 200: BatchList, ...problems },
      },
    },
    async (request) =>
      presentBatchList(await getBatchList(request.serviceContext(), request.params.id), publicUrl),
  )

  app.get(
    '/api/batch-lists/:id/list.pdf',
    {
      schema: {
        operationId: 'printBatchList',
        summary: 'The list as PDF',
        tags,
        produces,
        params: IdParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) =>
      sendDocument(reply, await getBatchList(request.serviceContext(), request.params.id)),
  )

  app.get(
    '/api/verified-batch-lists',
    {
      ...guarded,
      schema: {
        operationId: 'verifyBatchList',
        summary: 'Check a list by the code printed on it',
        tags,
        querystring: VerifyBatchListQuery,
        response: { 200: PublicBatchList, ...problems },
      },
    },
    async (request, reply) => {
      const details = await verifyBatchList(request.serviceContext(), request.query.code)
      reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      return presentPublicBatchList(details)
    },
  )
}
