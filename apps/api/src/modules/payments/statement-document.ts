import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { ContractPayments } from '@market/contracts/payments'
import { formatYuanInTable, shanghaiDateOf } from '@market/domain'
import { LEDGER_ACCOUNT_NAMES, labelOf, POSTING_KIND_NAMES } from '@market/domain/codes'
import { SAMPLE_NOTICE } from '@market/services'
import { fact, QUIET_TABLE, yuan } from '../registration/documents/words.ts'

const cell = (text: string): PdfContent => ({ text, style: 'cell' })
const amount = (fen: number): PdfContent => ({
  text: formatYuanInTable(fen),
  style: 'cell',
  alignment: 'right',
})
const head = (text: string): PdfContent => ({
  text,
  style: 'head',
  alignment: text.includes('元') ? 'right' : 'left',
})

const HEAD = ['日期 Date', '事项 Posting', '科目 Account', '借（元） Debit', '贷（元） Credit']

const rowsOf = ({ statement }: ContractPayments): PdfContent[][] =>
  statement.flatMap(({ kind, occurredOn, entries }) =>
    entries.map(({ account, amountFen, title }, index) => [
      cell(index === 0 ? occurredOn : ''),
      cell(index === 0 ? labelOf(POSTING_KIND_NAMES, kind, 'zh-CN') : ''),
      cell(`${labelOf(LEDGER_ACCOUNT_NAMES, account, 'zh-CN')}${title === null ? '' : ` · ${title}`}`),
      amountFen > 0 ? amount(amountFen) : cell(''),
      amountFen < 0 ? amount(-amountFen) : cell(''),
    ]),
  )

/** The money of one contract, posting by posting, with confirmed payments as receipts. */
export const statementDocument = (
  shown: ContractPayments,
  { at, sample }: { at: Date; sample: boolean },
): PdfDefinition => {
  const { title, seller, buyer, summary, contractAmountFen } = shown
  return {
    title: `收付款对账单 ${title}`,
    at,
    language: 'zh-CN',
    footer: `${shown.contractId} · ${shanghaiDateOf(at)}`,
    content: [
      { text: '收付款对账单', style: 'title' },
      { text: `${title}　截至 ${shanghaiDateOf(at)}`, style: 'subtitle' },
      {
        layout: QUIET_TABLE,
        table: {
          widths: [150, '*'],
          body: [
            fact('收款方', 'Receiver', seller.nameZh),
            fact('付款方', 'Payer', buyer.nameZh),
            fact('合同金额', 'Contract amount', yuan(contractAmountFen)),
            fact('应付', 'Due', yuan(summary.dueFen)),
            fact('已收', 'Received', yuan(summary.receivedFen)),
            fact('已退', 'Refunded', yuan(summary.refundedFen)),
            fact('未付', 'Outstanding', yuan(summary.outstandingFen)),
            fact('多付', 'Overpaid', yuan(summary.overpaidFen)),
          ],
        },
      },
      { text: ' ' },
      {
        layout: QUIET_TABLE,
        table: {
          headerRows: 1,
          widths: [62, 70, '*', 80, 80],
          body: [HEAD.map(head), ...rowsOf(shown)],
        },
      },
      {
        text: '本对账单依平台账簿生成，非发票；借贷逐笔相等。Made from the market’s ledger; not an invoice.',
        style: 'small',
      },
      ...(sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
    ],
  }
}
