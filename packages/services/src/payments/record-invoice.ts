import { refusingOn } from '@market/database'
import { paymentInvoices } from '@market/database/schema'
import { type CalendarDate, type Fen, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { ownFileProblems } from '../files/index.ts'
import type { ServiceContext } from '../index.ts'
import { onContract } from './records.ts'

export interface RecordInvoiceInput {
  contractId: string
  number: string
  issuedOn: CalendarDate
  amountFen: Fen
  fileId: string | null
}

export type InvoiceRow = typeof paymentInvoices.$inferSelect

/** Names an invoice the receiver issued elsewhere. Refuses with `payment.invalid` or `payment.invoice_known`. */
export const recordInvoice = (
  context: ServiceContext,
  { contractId, ...input }: RecordInvoiceInput,
): Promise<InvoiceRow> =>
  refusingOn({ payment_invoices_number: () => refuse('conflict', 'payment.invoice_known') }, () =>
    onContract(context, contractId, 'payment.record_invoice', async ({ unit, actor }) => {
      const { tx, now, audit } = unit
      const problems = await ownFileProblems(tx, actor, { fileId: input.fileId, path: 'fileId' })
      if (input.amountFen <= 0) problems.push({ path: 'amountFen', code: 'money.must_be_positive' })
      if (input.issuedOn > shanghaiDateOf(now)) problems.push({ path: 'issuedOn', code: 'payment.in_future' })
      if (problems.length > 0) throw refuseFields('payment.invalid', problems)
      const { userId: recordedBy, organizationId } = actor
      const values = { ...input, id: context.ids.next(), contractId, recordedBy, recordedAt: now }
      const [invoice] = await tx.insert(paymentInvoices).values(values).returning()
      if (!invoice) throw new Error('The invoice was not stored.')
      const trail = { subjectType: 'contract', subjectId: contractId, organizationId }
      audit({ ...trail, action: 'payment.record_invoice', after: invoice })
      return invoice
    }),
  )
