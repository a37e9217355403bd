import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import { formatYuanInTable, shanghaiDateOf } from '@market/domain'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { SAMPLE_NOTICE } from '@market/services'
import type { BatchListDetails } from '@market/services/registration'
import { labelled, QUIET_TABLE, yuan } from './words.ts'

const HEAD = [
  '序号',
  '登记编号',
  '项目名称',
  '卖方',
  '买方',
  '类型',
  '成交额（元）',
  '技术交易额（元）',
  '登记日期',
]

type Member = BatchListDetails['members'][number]

const CHANGES = { valid: '', changed: '已变更', cancelled: '已注销', revoked: '已撤销' } as const

const numberOf = ({ number, version, currentVersion, currentStatus }: Member): PdfContent =>
  version === currentVersion
    ? { text: number, style: 'cell' }
    : { stack: [{ text: number }, { text: CHANGES[currentStatus] }], style: ['cell', 'warning'] }

const rowOf = (member: Member): PdfContent[] => {
  const { position, content, registeredOn } = member
  const cell = (text: string): PdfContent => ({ text, style: 'cell' })
  const amount = (fen: number): PdfContent => ({
    text: formatYuanInTable(fen),
    style: 'cell',
    alignment: 'right',
  })
  return [
    cell(String(position)),
    numberOf(member),
    cell(content.title),
    cell(content.seller.nameZh),
    cell(content.buyer.nameZh),
    cell(labelled(CONTRACT_TYPES, content.type)),
    amount(content.contractAmountFen),
    amount(content.technologyAmountFen),
    cell(registeredOn),
  ]
}

const headCell = (text: string): PdfContent => ({
  text,
  style: 'head',
  alignment: text.endsWith('（元）') ? 'right' : 'left',
})

/** The list of registrations (登记清单) as made; void when one of its contracts has changed since. */
export const batchListDocument = (details: BatchListDetails, url: string): PdfDefinition => {
  const { list, agency, members } = details
  const statement = details.void
    ? {
        text: '本清单所列合同已有变更、注销或撤销，清单作废。Void: a contract on it has changed.',
        style: 'warning',
      }
    : { text: '所列合同自制表以来均未变更。No contract on it has changed since.', style: 'small' }
  return {
    title: `技术合同登记清单 ${list.fromOn} ${list.toOn}`,
    at: list.createdAt,
    language: 'zh-CN',
    landscape: true,
    footer: `核验码 ${list.verificationCode} · SHA-256 ${list.sha256}`,
    ...(details.void ? { watermark: '作废 VOID' } : {}),
    content: [
      { text: '技术合同登记清单', style: 'title' },
      {
        text: `${agency.nameZh}　登记日期 ${list.fromOn} 至 ${list.toOn}　制表 ${shanghaiDateOf(list.createdAt)}`,
        style: 'subtitle',
      },
      {
        columnGap: 16,
        margin: [0, 0, 0, 12],
        columns: [
          { qr: url, fit: 84, eccLevel: 'M', width: 90 },
          {
            stack: [
              `合计 ${list.contractCount} 项，成交额 ${yuan(list.contractAmountFen)}，技术交易额 ${yuan(list.technologyAmountFen)}`,
              statement,
              {
                text: '扫描二维码核验清单当前是否有效。Scan to check whether it still holds.',
                style: 'small',
              },
              ...(agency.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
            ],
          },
        ],
      },
      {
        layout: QUIET_TABLE,
        table: {
          headerRows: 1,
          widths: [24, 96, '*', 90, 90, 48, 74, 74, 56],
          body: [HEAD.map(headCell), ...members.map(rowOf)],
        },
      },
    ],
  }
}
