import { IdParams, PageQuery, problems } from '@market/contracts'
import {
  AccountFilter,
  AccountQuery,
  BankAccountInput,
  ContractAccountPage,
  ContractPayments,
  DuePage,
  DueQuery,
  PayoutAccount,
  ReconciliationPage,
  Redirection,
} from '@market/contracts/payments'
import { PdfBytes } from '@market/contracts/registration'
import {
  editBankAccount,
  exportContractAccounts,
  getContractPayments,
  getPayoutAccount,
  getReceipt,
  listContractAccounts,
  listDifferences,
  listDues,
  openPayoutAccount,
  refreshPayoutAccount,
} from '@market/services/payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SHEET_MEDIA_TYPES, sendSheet } from '../files/send-sheet.ts'
import { sendPdf } from '../registration/pdf-reply.ts'
import { accountRows } from './account-rows.ts'
import {
  presentContractPayments,
  presentDifference,
  presentDueItem,
  presentPayoutAccount,
} from './presenter.ts'
import { receiptDocument } from './receipt-document.ts'
import { statementDocument } from './statement-document.ts'

const tags = ['payments']
const PaymentParams = IdParams.extend({ paymentId: z.uuid() })
const SheetParams = z.object({ format: z.enum(['csv', 'xlsx']) })
const SheetBytes = z.any().meta({ type: 'string', format: 'binary' })

/** What is owed and paid, for its readers; and where an organization takes money. */
export const paymentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { tables, renderPdf, clock } = app.dependencies
  const online = app.dependencies.payments
  const onlineOffered = online.gateway !== null

  app.get(
    '/api/contracts/:id/payments',
    {
      schema: {
        operationId: 'getContractPayments',
        summary: 'Schedule, payments, refunds, invoices and ledger of one contract',
        tags,
        params: IdParams,
        response: { 200: ContractPayments, ...problems },
      },
    },
    async (request) => {
      const found = { contractId: request.params.id, onlineOffered }
      return presentContractPayments(await getContractPayments(request.serviceContext(), found))
    },
  )

  app.get(
    '/api/contracts/:id/payments/statement.pdf',
    {
      schema: {
        operationId: 'printPaymentStatement',
        summary: 'The statement of one contract’s money as PDF',
        tags,
        produces: ['application/pdf'],
        params: IdParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const found = { contractId: request.params.id, onlineOffered }
      const record = await getContractPayments(request.serviceContext(), found)
      const sample = record.seller.sample || record.buyer.sample
      const shown = presentContractPayments(record)
      const pdf = await renderPdf(statementDocument(shown, { at: clock.now(), sample }))
      return sendPdf(reply, `收付款对账单-${shown.title}.pdf`, pdf)
    },
  )

  app.get(
    '/api/contracts/:id/payments/:paymentId/receipt.pdf',
    {
      schema: {
        operationId: 'printPaymentReceipt',
        summary: 'That one payment has arrived, as PDF, in figures and capital numerals',
        tags,
        produces: ['application/pdf'],
        params: PaymentParams,
        response: { 200: PdfBytes, ...problems },
      },
    },
    async (request, reply) => {
      const receipt = await getReceipt(request.serviceContext(), request.params.paymentId)
      const pdf = await renderPdf(receiptDocument(receipt, clock.now()))
      return sendPdf(reply, `收款确认单-${receipt.contractTitle}.pdf`, pdf)
    },
  )

  app.get(
    '/api/payment-dues',
    {
      schema: {
        operationId: 'listPaymentDues',
        summary: 'What one’s organization owes, or is owed, by date',
        tags,
        querystring: DueQuery,
        response: { 200: DuePage, ...problems },
      },
    },
    async (request) => {
      const { items, nextCursor } = await listDues(request.serviceContext(), request.query)
      return { items: items.map(presentDueItem), nextCursor }
    },
  )

  app.get(
    '/api/contract-accounts',
    {
      schema: {
        operationId: 'listContractAccounts',
        summary: 'Signed against paid, contract by contract: one’s own, or all for operator and authority',
        tags,
        querystring: AccountQuery,
        response: { 200: ContractAccountPage, ...problems },
      },
    },
    async (request) => {
      const { cursor, limit, ...filter } = request.query
      return listContractAccounts(request.serviceContext(), filter, { cursor, limit })
    },
  )

  app.get(
    '/api/contract-accounts/export.:format',
    {
      schema: {
        operationId: 'exportContractAccounts',
        summary: 'The same as a sheet',
        tags,
        produces: SHEET_MEDIA_TYPES,
        params: SheetParams,
        querystring: AccountFilter,
        response: { 200: SheetBytes, ...problems },
      },
    },
    async (request, reply) => {
      const { format } = request.params
      const rows = await exportContractAccounts(request.serviceContext(), request.query)
      return sendSheet(reply, tables, format, '合同收付款', accountRows(rows))
    },
  )

  app.get(
    '/api/payment-reconciliations',
    {
      schema: {
        operationId: 'listPaymentDifferences',
        summary: 'Where our records and Stripe’s differed, and whether that was mended',
        tags,
        querystring: PageQuery,
        response: { 200: ReconciliationPage, ...problems },
      },
    },
    async (request) => {
      const { items, nextCursor, lastRunAt } = await listDifferences(request.serviceContext(), request.query)
      return { items: items.map(presentDifference), nextCursor, lastRunAt: lastRunAt?.toISOString() ?? null }
    },
  )

  const account = { tags, response: { 200: PayoutAccount, ...problems } }
  app.get(
    '/api/payout-account',
    {
      schema: {
        ...account,
        operationId: 'getPayoutAccount',
        summary: 'Where one’s organization takes money',
      },
    },
    async (request) => presentPayoutAccount(await getPayoutAccount(request.serviceContext()), onlineOffered),
  )
  app.put(
    '/api/payout-account/bank',
    {
      schema: {
        ...account,
        operationId: 'editBankAccount',
        summary: 'Set the bank account that payment instructions name',
        body: BankAccountInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await editBankAccount(context, request.body)
      return presentPayoutAccount(await getPayoutAccount(context), onlineOffered)
    },
  )
  app.post(
    '/api/payout-account/online',
    {
      schema: {
        operationId: 'openPayoutAccount',
        summary: 'Begin, or go on with, the account at Stripe that online payments are passed on to',
        tags,
        response: { 200: Redirection, ...problems },
      },
    },
    async (request) => ({ url: await openPayoutAccount(request.serviceContext(), online) }),
  )
  app.post(
    '/api/payout-account/online/refresh',
    {
      schema: {
        ...account,
        operationId: 'refreshPayoutAccount',
        summary: 'Ask Stripe how far the account is',
      },
    },
    async (request) => {
      const view = await refreshPayoutAccount(request.serviceContext(), online.gateway)
      return presentPayoutAccount(view, onlineOffered)
    },
  )
}
