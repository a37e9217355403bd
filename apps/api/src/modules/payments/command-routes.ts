import { IdParams, problems } from '@market/contracts'
import {
  CallDueInput,
  CaptureInput,
  CheckoutStarted,
  ConfirmRefundInput,
  ConfirmTransferInput,
  ContractPayments,
  InvoiceInput,
  PlanScheduleInput,
  ReasonInput,
  RefundInput,
  ReportRoyaltyInput,
  SubmitTransferInput,
} from '@market/contracts/payments'
import type { ServiceContext } from '@market/services'
import {
  callDue,
  captureDeposit,
  confirmRefund,
  confirmTransfer,
  getContractPayments,
  offsetCredit,
  planSchedule,
  recheckPayment,
  recordInvoice,
  refundPayment,
  rejectTransfer,
  releaseDeposit,
  reportRoyalty,
  startCheckout,
  submitTransfer,
  waiveDue,
  withdrawTransfer,
} from '@market/services/payments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { perPerson } from '../discovery/visitor-of.ts'
import { presentContractPayments } from './presenter.ts'

const tags = ['payments']
/** More than a person clicks, less than a script that tries sums. */
const moving = { rateLimit: { max: 60, timeWindow: '1 minute', keyGenerator: perPerson } }
const response = { 200: ContractPayments, ...problems }
const DueParams = IdParams.extend({ dueId: z.uuid() })
const PaymentParams = IdParams.extend({ paymentId: z.uuid() })
const RefundParams = PaymentParams.extend({ refundId: z.uuid() })

/** Money moves by these; each answers with all of the contract's money as it then stands. */
export const paymentCommandRoutes: FastifyPluginAsyncZod = async (app) => {
  const online = app.dependencies.payments
  const { gateway } = online
  const show = async (context: ServiceContext, contractId: string) =>
    presentContractPayments(
      await getContractPayments(context, { contractId, onlineOffered: gateway !== null }),
    )
  const described = (operationId: string, summary: string) => ({ operationId, summary, tags, response })

  app.put(
    '/api/contracts/:id/payments/schedule',
    {
      config: moving,
      schema: {
        ...described('planPaymentSchedule', 'Write the payment schedule of a draft'),
        params: IdParams,
        body: PlanScheduleInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await planSchedule(context, { contractId: request.params.id, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/royalties',
    {
      config: moving,
      schema: {
        ...described('reportRoyalty', 'Report the net sales of a period; the royalty falls due'),
        params: IdParams,
        body: ReportRoyaltyInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await reportRoyalty(context, { contractId: request.params.id, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/invoices',
    {
      config: moving,
      schema: {
        ...described('recordInvoice', 'Name an invoice issued elsewhere'),
        params: IdParams,
        body: InvoiceInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await recordInvoice(context, { contractId: request.params.id, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/dues/:dueId/call',
    {
      config: moving,
      schema: { ...described('callDue', 'Call for an amount'), params: DueParams, body: CallDueInput },
    },
    async (request) => {
      const context = request.serviceContext()
      await callDue(context, { dueId: request.params.dueId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/dues/:dueId/waive',
    {
      config: moving,
      schema: {
        ...described('waiveDue', 'Let go of what is still open of an amount'),
        params: DueParams,
        body: ReasonInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await waiveDue(context, { dueId: request.params.dueId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/dues/:dueId/offset',
    {
      config: moving,
      schema: { ...described('offsetCredit', 'Settle an amount from what was overpaid'), params: DueParams },
    },
    async (request) => {
      const context = request.serviceContext()
      await offsetCredit(context, request.params.dueId)
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/dues/:dueId/transfers',
    {
      config: moving,
      schema: {
        ...described('submitTransfer', 'Show the slip of a transfer made'),
        params: DueParams,
        body: SubmitTransferInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await submitTransfer(context, { dueId: request.params.dueId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/dues/:dueId/checkout',
    {
      config: moving,
      schema: {
        operationId: 'startCheckout',
        summary: 'Open a page at Stripe where the amount is paid, or a deposit authorised',
        tags,
        params: DueParams,
        response: { 200: CheckoutStarted, ...problems },
      },
    },
    async (request) => startCheckout(request.serviceContext(), online, request.params.dueId),
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/confirm',
    {
      config: moving,
      schema: {
        ...described('confirmTransfer', 'Find the money on the account; above the limit by two people'),
        params: PaymentParams,
        body: ConfirmTransferInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await confirmTransfer(context, { paymentId: request.params.paymentId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/reject',
    {
      config: moving,
      schema: {
        ...described('rejectTransfer', 'Say that the money is not there'),
        params: PaymentParams,
        body: ReasonInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await rejectTransfer(context, { paymentId: request.params.paymentId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/withdraw',
    {
      config: moving,
      schema: {
        ...described('withdrawTransfer', 'Take back a slip nobody looked at'),
        params: PaymentParams,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await withdrawTransfer(context, request.params.paymentId)
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/capture',
    {
      config: moving,
      schema: {
        ...described('captureDeposit', 'Take an authorised deposit, or a part of it'),
        params: PaymentParams,
        body: CaptureInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await captureDeposit(context, gateway, { paymentId: request.params.paymentId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/release',
    {
      config: moving,
      schema: { ...described('releaseDeposit', 'Let an authorised deposit go'), params: PaymentParams },
    },
    async (request) => {
      const context = request.serviceContext()
      await releaseDeposit(context, gateway, request.params.paymentId)
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/recheck',
    {
      config: moving,
      schema: {
        ...described('recheckPayment', 'Ask Stripe anew how a payment stands'),
        params: PaymentParams,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await recheckPayment(context, gateway, request.params.paymentId)
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/refunds',
    {
      config: moving,
      schema: {
        ...described('refundPayment', 'Give money back, whole or in part'),
        params: PaymentParams,
        body: RefundInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      await refundPayment(context, gateway, { paymentId: request.params.paymentId, ...request.body })
      return show(context, request.params.id)
    },
  )
  app.post(
    '/api/contracts/:id/payments/:paymentId/refunds/:refundId/confirm',
    {
      config: moving,
      schema: {
        ...described('confirmRefund', 'Say whether a transfer back has come'),
        params: RefundParams,
        body: ConfirmRefundInput,
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { paymentId, refundId } = request.params
      await confirmRefund(context, { paymentId, refundId, ...request.body })
      return show(context, request.params.id)
    },
  )
}
