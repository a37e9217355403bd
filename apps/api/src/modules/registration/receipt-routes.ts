import { IdParams, problems } from '@market/contracts'
import {
  PdfBytes,
  ReceiptInput,
  ReceiptList,
  TaxEvidence,
  TaxEvidenceQuery,
  VerifyReceiptInput,
} from '@market/contracts/registration'
import {
  correctReceipt,
  getTaxEvidence,
  listReceipts,
  recordReceipt,
  verifyReceipt,
} from '@market/services/registration'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { taxEvidenceDocument } from './documents/tax-evidence-document.ts'
import { sendPdf } from './pdf-reply.ts'
import { presentReceipts, presentTaxEvidence } from './receipt-presenter.ts'

const tags = ['registration']
const ReceiptParams = IdParams.extend({ receiptId: z.uuid() })

/** Every answer to a change is the list of receipts as it then stands. */
export const receiptRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/registrations/:id/receipts',
    {
      schema: {
        operationId: 'listReceipts',
        summary: 'What was received under a registration, and what was verified of it',
        tags,
        params: IdParams,
        response: { 200: ReceiptList, ...problems },
      },
    },
    async (request) => presentReceipts(await listReceipts(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/registrations/:id/receipts',
    {
      schema: {
        operationId: 'recordReceipt',
        summary: 'Note money received; for the seller’s finance and the agency',
        tags,
        params: IdParams,
        body: ReceiptInput,
        response: { 201: ReceiptList, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { registrationId } = await recordReceipt(context, {
        registrationId: request.params.id,
        ...request.body,
      })
      reply.status(201)
      return presentReceipts(await listReceipts(context, registrationId))
    },
  )

  app.post(
    '/api/registrations/:id/receipts/:receiptId/correct',
    {
      schema: {
        operationId: 'correctReceipt',
        summary: 'Put a new receipt in the place of a wrong one, which stays readable',
        tags,
        params: ReceiptParams,
        body: ReceiptInput,
        response: { 200: ReceiptList, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const input = { receiptId: request.params.receiptId, ...request.body }
      const { registrationId } = await correctReceipt(context, input)
      return presentReceipts(await listReceipts(context, registrationId))
    },
  )

  app.post(
    '/api/registrations/:id/receipts/:receiptId/verify',
    {
      schema: {
        operationId: 'verifyReceipt',
        summary: 'Find the technical income in a receipt; never by whoever recorded it',
        tags,
        params: ReceiptParams,
        body: VerifyReceiptInput,
        response: { 200: ReceiptList, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await verifyReceipt(context, { receiptId: request.params.receiptId, ...request.body })
      return presentReceipts(await listReceipts(context, request.params.id))
    },
  )

  app.get(
    '/api/tax-evidence',
    {
      schema: {
        operationId: 'getTaxEvidence',
        summary: 'A seller’s year for the tax office: verified income, conditions and annual sum',
        tags,
        querystring: TaxEvidenceQuery,
        response: { 200: TaxEvidence, ...problems },
      },
    },
    async (request) => presentTaxEvidence(await getTaxEvidence(request.serviceContext(), request.query)),
  )

  app.get(
    '/api/tax-evidence.pdf',
    {
      schema: {
        operationId: 'printTaxEvidence',
        summary: 'The same as PDF',
        tags,
        produces: ['application/pdf'],
        querystring: TaxEvidenceQuery,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const evidence = presentTaxEvidence(await getTaxEvidence(request.serviceContext(), request.query))
      const pdf = await app.dependencies.renderPdf(taxEvidenceDocument(evidence))
      return sendPdf(reply, `技术性收入-${evidence.seller.nameZh}-${evidence.year}.pdf`, pdf)
    },
  )
}
