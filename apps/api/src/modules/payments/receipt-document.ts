import type { PdfDefinition } from '@market/adapters/documents'
import { fenInCapitals, shanghaiDateOf } from '@market/domain'
import { CHANNEL_NAMES, labelOf } from '@market/domain/codes'
import { SAMPLE_NOTICE } from '@market/services'
import type { Receipt } from '@market/services/payments'
import { fact, LANGUAGE, QUIET_TABLE, yuan } from '../registration/documents/words.ts'

/** What the receiver has found to have come: in figures and, as vouchers are written, in capital numerals. */
export const receiptDocument = (receipt: Receipt, at: Date): PdfDefinition => {
  const { contractTitle, contractSignedOn, receivedFen, refundedFen, registrationNumber, sample } = receipt
  return {
    title: `收款确认单 ${contractTitle}`,
    at,
    language: LANGUAGE,
    footer: `${receipt.paymentId} · ${shanghaiDateOf(at)}`,
    content: [
      { text: '收款确认单', style: 'title' },
      { text: 'Confirmation of receipt', style: 'subtitle' },
      {
        layout: QUIET_TABLE,
        table: {
          widths: [150, '*'],
          body: [
            fact('收款方', 'Receiver', receipt.receiver),
            fact('付款方', 'Payer', receipt.payer),
            fact('合同', 'Contract', contractTitle),
            fact('平台合同编号', 'Contract on the market', receipt.contractId),
            ...(registrationNumber === null ? [] : [fact('登记编号', 'Registration', registrationNumber)]),
            ...(contractSignedOn === null ? [] : [fact('签订日期', 'Signed on', contractSignedOn)]),
            fact('款项', 'Amount due', receipt.dueTitle),
            ...(receipt.reference === null ? [] : [fact('编号', 'Reference', receipt.reference)]),
            fact('金额', 'Amount', yuan(receivedFen)),
            fact('金额大写', 'In capital numerals', fenInCapitals(receivedFen)),
            fact('付款方式', 'Paid by', labelOf(CHANNEL_NAMES, receipt.channel, LANGUAGE)),
            fact('付款日期', 'Paid on', receipt.paidOn),
            fact('确认日期', 'Confirmed on', shanghaiDateOf(receipt.confirmedAt)),
            fact('确认人', 'Confirmed by', receipt.confirmedBy.join('、') || '支付机构 Payment provider'),
            ...(refundedFen === 0 ? [] : [fact('已退', 'Refunded since', yuan(refundedFen))]),
          ],
        },
      },
      { text: ' ' },
      {
        text: '收款方已在平台确认这笔款项到账。本单不是发票，不能代替税务凭证。 The receiver has confirmed on the market that this amount has arrived. This is not an invoice.',
        style: 'small',
      },
      ...(sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
    ],
  }
}
