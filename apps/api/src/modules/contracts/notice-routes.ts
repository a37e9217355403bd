import { IdParams, problems } from '@market/contracts'
import {
  AnswerObjectionInput,
  ContractNotice,
  NoticePage,
  NoticeQuery,
  ObjectionParams,
  PostNoticeInput,
  PublicNotice,
  RaiseObjectionInput,
  RecordDecisionInput,
  WithdrawNoticeInput,
} from '@market/contracts/contracts'
import { PdfBytes } from '@market/contracts/registration'
import type { ServiceContext } from '@market/services'
import {
  answerObjection,
  getContractNotice,
  getNotice,
  getNoticeRecord,
  listNotices,
  postNotice,
  raiseObjection,
  recordDecision,
  withdrawNotice,
} from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendPdf } from '../registration/pdf-reply.ts'
import { noticeDocument } from './notice-document.ts'
import { presentContractNotice, presentNotice, presentNoticeSummary } from './notice-presenter.ts'

const tags = ['notices']
const response = { 200: PublicNotice, ...problems }
/** Open to people without an account; more than a handful in an hour is no neighbour with a doubt. */
const objecting = { rateLimit: { max: 10, timeWindow: '1 hour' } }

const show = async (context: ServiceContext, id: string) => presentNotice(await getNotice(context, id))

/** Public notices of negotiated prices, and what people say to them. */
export const noticeRoutes: FastifyPluginAsyncZod = async (app) => {
  const { renderPdf, clock } = app.dependencies
  const described = (operationId: string, summary: string) => ({ operationId, summary, tags, response })

  app.get(
    '/api/notices',
    {
      schema: {
        operationId: 'listNotices',
        summary: 'Running notices, or past ones; the one posted last first',
        tags,
        querystring: NoticeQuery,
        response: { 200: NoticePage, ...problems },
      },
    },
    async (request) => {
      const page = await listNotices(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentNoticeSummary) }
    },
  )

  app.get(
    '/api/notices/:id',
    { schema: { ...described('getNotice', 'One notice with its objections and answers'), params: IdParams } },
    async (request) => show(request.serviceContext(), request.params.id),
  )

  app.get(
    '/api/notices/:id/record.pdf',
    {
      schema: {
        operationId: 'printNoticeRecord',
        summary: 'Notice, objections, decision and hashes as one PDF, for the owner and the authorities',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const record = await getNoticeRecord(request.serviceContext(), request.params.id)
      const pdf = await renderPdf(noticeDocument(presentNotice(record), clock.now()))
      return sendPdf(reply, `公示档案-${record.notice.title}.pdf`, pdf)
    },
  )

  app.post(
    '/api/notices/:id/objections',
    {
      config: objecting,
      schema: {
        ...described('raiseObjection', 'Object to a running notice, with or without an account, by name'),
        params: IdParams,
        body: RaiseObjectionInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { noticeId } = await raiseObjection(context, { noticeId: request.params.id, ...request.body })
      return show(context, noticeId)
    },
  )

  app.post(
    '/api/notices/:id/objections/:objectionId/answer',
    {
      schema: {
        ...described('answerObjection', 'Answer an objection and decide it'),
        params: ObjectionParams,
        body: AnswerObjectionInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id: noticeId, objectionId } = request.params
      await answerObjection(context, { noticeId, objectionId, ...request.body })
      return show(context, noticeId)
    },
  )

  app.post(
    '/api/notices/:id/decision',
    {
      schema: {
        ...described('recordDecision', 'Record the collective decision on the price, once'),
        params: IdParams,
        body: RecordDecisionInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await recordDecision(context, { id: request.params.id, ...request.body })
      return show(context, id)
    },
  )

  app.post(
    '/api/notices/:id/withdraw',
    {
      schema: {
        ...described('withdrawNotice', 'Take a notice back; it stays public with the reason'),
        params: IdParams,
        body: WithdrawNoticeInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await withdrawNotice(context, { id: request.params.id, ...request.body })
      return show(context, id)
    },
  )

  app.get(
    '/api/contracts/:id/notice',
    {
      schema: {
        operationId: 'getContractNotice',
        summary: 'Whether the contract needs a notice, the one it has, and what it still bars',
        tags,
        params: IdParams,
        response: { 200: ContractNotice, ...problems },
      },
    },
    async (request) =>
      presentContractNotice(await getContractNotice(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/contracts/:id/notice',
    {
      schema: {
        ...described('postNotice', 'Post the negotiated price'),
        params: IdParams,
        body: PostNoticeInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await postNotice(context, { contractId: request.params.id, ...request.body })
      return show(context, id)
    },
  )
}
