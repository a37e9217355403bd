import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { PublicNotice } from '@market/contracts/contracts'
import { shanghaiDateOf } from '@market/domain'
import { NOTICE_PHASE_NAMES, OBJECTION_STATE_NAMES, TRANSFER_MODES } from '@market/domain/codes'
import { SAMPLE_NOTICE } from '@market/services'
import { fact, labelled, QUIET_TABLE, yuan } from '../registration/documents/words.ts'

const table = (rows: PdfContent[][]): PdfContent => ({
  layout: QUIET_TABLE,
  table: { widths: [150, '*'], body: rows },
})
const heading = (text: string): PdfContent => ({ text, style: 'subtitle', margin: [0, 12, 0, 4] })
const at = (instant: string): string => `${shanghaiDateOf(new Date(instant))} ${instant}`

const noticeRows = (notice: PublicNotice): PdfContent[][] => [
  fact('公示单位', 'Institution', notice.seller.nameZh),
  fact('成果名称', 'Result', notice.title),
  fact('内容摘要', 'Summary', notice.summary),
  fact('转化方式', 'Mode', labelled(TRANSFER_MODES, notice.transferMode)),
  fact('拟交易价格', 'Price', `${yuan(notice.priceFen)}${notice.priceNote && `（${notice.priceNote}）`}`),
  fact('受让方关联关系', 'Related party', notice.relatedParty ? `有：${notice.relation}` : '无'),
  fact(
    '公示期',
    'Period',
    `${notice.postedOn} 至 ${notice.endsOn}（${labelled(NOTICE_PHASE_NAMES, notice.phase)}）`,
  ),
  fact('期限依据', 'Basis', `${notice.basis.zh}${notice.basis.verified ? '' : '（未核实原文）'}`),
  fact('公示时间', 'Posted at', at(notice.postedAt)),
  ...(notice.withdrawal
    ? [fact('撤回', 'Withdrawn', `${at(notice.withdrawal.at)}：${notice.withdrawal.reason}`)]
    : []),
]

const decisionRows = ({ decision }: PublicNotice): PdfContent[][] =>
  decision === null
    ? [fact('集体决策', 'Decision', '尚未记录')]
    : [
        fact('决策日期', 'Decided on', decision.decidedOn),
        fact('决策机构', 'Decided by', decision.body),
        fact('定价依据', 'Reason for the price', decision.priceReason),
        fact('会议纪要', 'Minutes', decision.minutes?.name ?? '未上传'),
      ]

const objectionBlocks = ({ objections }: PublicNotice): PdfContent[] =>
  objections.length === 0
    ? [{ text: '公示期内未收到异议。', margin: [0, 2, 0, 2] }]
    : objections.map(({ state, by, body, raisedAt, answer, answeredAt }) =>
        table([
          fact('提出时间', 'Raised', at(raisedAt)),
          fact('提出人', 'By', by ? `${by.name}（${by.contact}）` : '—'),
          fact('异议内容', 'Objection', body),
          fact('处理结论', 'Decision', labelled(OBJECTION_STATE_NAMES, state)),
          fact('答复', 'Answer', answer === null ? '—' : `${answer}（${at(answeredAt ?? '')}）`),
        ]),
      )

/** The whole of a public notice on paper: what was posted, who objected, who decided and why, with the hashes. */
export const noticeDocument = (notice: PublicNotice, printedAt: Date): PdfDefinition => ({
  title: `公示档案 ${notice.title}`,
  at: printedAt,
  language: 'zh-CN',
  footer: `${notice.id} · ${shanghaiDateOf(printedAt)}`,
  content: [
    { text: '科技成果转化协议定价公示档案', style: 'title' },
    { text: 'Record of the public notice of a negotiated price', style: 'subtitle' },
    heading('一、公示 Notice'),
    table(noticeRows(notice)),
    heading('二、异议与处理 Objections'),
    ...objectionBlocks(notice),
    heading('三、集体决策与定价依据 Decision'),
    table(decisionRows(notice)),
    heading('四、校验 Hashes'),
    table([
      fact('公示内容 SHA-256', 'Notice', { text: notice.sha256, style: 'small' }),
      fact('会议纪要 SHA-256', 'Minutes', { text: notice.decision?.minutes?.sha256 ?? '—', style: 'small' }),
    ]),
    ...(notice.seller.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
  ],
})
