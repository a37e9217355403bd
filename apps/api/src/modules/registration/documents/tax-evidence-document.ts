import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { TaxEvidence } from '@market/contracts/registration'
import { formatYuanInTable, shanghaiDateOf } from '@market/domain'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { SAMPLE_NOTICE } from '@market/services'
import { fact, labelled, QUIET_TABLE, yuan } from './words.ts'

const STATES = { met: '符合', not_met: '不符合', to_check: '待核' } as const

const head = (...labels: string[]): PdfContent[] => labels.map((text) => ({ text, style: 'head' }))
const amounts = (...labels: string[]): PdfContent[] =>
  labels.map((text) => ({ text, style: 'head', alignment: 'right' }))
const cell = (text: string): PdfContent => ({ text, style: 'cell' })
const amount = (fen: number | null): PdfContent => ({
  text: fen === null ? '不计入' : formatYuanInTable(fen),
  style: 'cell',
  alignment: 'right',
})

type Contract = TaxEvidence['contracts'][number]

/** What is met needs no words; the rest says why. */
const flagsOf = ({ flags }: Contract): PdfContent => ({
  style: 'cell',
  stack: flags
    .filter(({ state }) => state !== 'met')
    .map(({ state, reason, basis }) => `${STATES[state]}：${reason.zh}（${basis.zh}）`),
})

const contractsTable = ({ contracts }: TaxEvidence): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    headerRows: 1,
    widths: [94, '*', 44, 74, 74, 74, 34, 170],
    body: [
      [
        ...head('登记编号', '项目名称', '类型'),
        ...amounts('成交额', '技术交易额', '本年核定收入'),
        ...head('计入', '条件（未列者均符合）'),
      ],
      ...contracts.map((contract) => [
        cell(contract.number),
        cell(contract.title),
        cell(labelled(CONTRACT_TYPES, contract.type)),
        amount(contract.contractAmountFen),
        amount(contract.technologyAmountFen),
        amount(contract.verifiedFen),
        cell(contract.counted ? '是' : '否'),
        flagsOf(contract),
      ]),
    ],
  },
})

const receiptsTable = ({ receipts, contracts }: TaxEvidence): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    headerRows: 1,
    widths: [80, '*', 110, 110, 110],
    body: [
      [...head('到账日期', '登记编号'), ...amounts('到账金额', '核定技术性收入', '年度累计')],
      ...receipts.map((receipt) => [
        cell(receipt.receivedOn),
        cell(contracts.find(({ registrationId }) => registrationId === receipt.registrationId)?.number ?? ''),
        amount(receipt.amountFen),
        amount(receipt.verifiedFen),
        amount(receipt.cumulativeFen),
      ]),
    ],
  },
})

const reliefTable = ({ countedFen, relief }: TaxEvidence): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    widths: [260, '*'],
    body: [
      fact('年度累计（计入部分）X', 'Annual sum X', yuan(countedFen)),
      fact('免税部分 min(X, 500万元)', 'Exempt', yuan(relief.exemptFen)),
      fact('减半部分 max(0, X − 500万元)', 'Halved', yuan(relief.halvedFen)),
      fact('减免所得 min(X, 500万元) + 0.5 × max(0, X − 500万元)', 'Relief', {
        text: yuan(relief.reliefFen),
        bold: true,
      }),
      fact('应计所得', 'Taxable', yuan(relief.taxableFen)),
    ],
  },
})

/** A seller's year for the tax office: contracts, receipts, the annual sum and what relief would come of it. */
export const taxEvidenceDocument = (evidence: TaxEvidence): PdfDefinition => {
  const { seller, year, at, bases, notice, sample } = evidence
  return {
    title: `技术性收入核定与税收优惠资料 ${seller.nameZh} ${year}`,
    at: new Date(at),
    language: 'zh-CN',
    landscape: true,
    footer: notice.zh,
    content: [
      { text: '技术性收入核定与税收优惠资料', style: 'title' },
      {
        text: `${seller.nameZh}　${seller.creditCode}　${year}年度　制表 ${shanghaiDateOf(new Date(at))}`,
        style: 'subtitle',
      },
      ...(sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
      { text: '合同 Contracts（金额单位：元）', style: 'heading' },
      contractsTable(evidence),
      { text: '逐笔核定收入 Verified receipts', style: 'heading' },
      receiptsTable(evidence),
      { text: '年度累计与减免测算 Annual sum and relief', style: 'heading' },
      reliefTable(evidence),
      { text: '依据 Basis', style: 'heading' },
      {
        ul: bases.map(({ basis, verified }) => `${basis.zh}${verified ? '' : '（条文待核对）'}`),
        style: 'small',
      },
      { text: notice.zh, style: 'warning', margin: [0, 10, 0, 0] },
      { text: notice.en, style: 'small' },
    ],
  }
}
