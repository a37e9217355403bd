import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { Reward } from '@market/contracts/payments'
import { formatYuanInTable, shanghaiDateOf } from '@market/domain'
import { COST_KIND_NAMES, REWARD_RULE_NAMES } from '@market/domain/codes'
import { SAMPLE_NOTICE } from '@market/services'
import { fact, labelled, QUIET_TABLE, yuan } from '../registration/documents/words.ts'

const percent = (hundredths: number): string => `${hundredths / 100}%`
const cell = (text: string): PdfContent => ({ text, style: 'cell' })
const amount = (fen: number): PdfContent => ({
  text: formatYuanInTable(fen),
  style: 'cell',
  alignment: 'right',
})
const heading = (text: string): PdfContent => ({ text, style: 'subtitle', margin: [0, 12, 0, 4] })

const grid = (head: readonly string[], rows: PdfContent[][]): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    headerRows: 1,
    widths: head.map((_, index) => (index === 0 ? '*' : 'auto')),
    body: [head.map((text) => ({ text, style: 'head' })), ...rows],
  },
})

const floorText = ({ floor }: Reward): string =>
  floor === null
    ? '无法定下限'
    : `不低于净收入的 ${floor.percent}%（${floor.zh}${floor.verified ? '' : '，未核实原文'}）`

const basics = (reward: Reward, inventor: string | undefined): PdfContent => ({
  layout: QUIET_TABLE,
  table: {
    widths: [150, '*'],
    body: [
      fact('单位', 'Institution', reward.sellerName),
      fact('合同', 'Contract', reward.title),
      ...(inventor === undefined ? [] : [fact('完成人', 'Inventor', inventor)]),
      fact('分配依据', 'Rule', `${labelled(REWARD_RULE_NAMES, reward.rule)} ${reward.reference}`),
      fact('完成人比例', 'Inventors’ part', percent(reward.inventorPart)),
      fact('法定下限', 'Floor', floorText(reward)),
      fact('审批', 'Approved', reward.approvedAt?.slice(0, 10) ?? '未审批'),
      fact('已到账', 'Received', yuan(reward.receivedFen)),
    ],
  },
})

const costs = ({ costs: lines }: Reward): PdfContent =>
  grid(
    ['成本项目 Cost', '说明 Note', '金额（元）'],
    lines.map(({ kind, note, amountFen }) => [
      cell(labelled(COST_KIND_NAMES, kind)),
      cell(note),
      amount(amountFen),
    ]),
  )

const distributions = ({ distributions: rows }: Reward): PdfContent =>
  grid(
    ['日期 Date', '到账', '成本', '净收入', '完成人', '单位'],
    rows.map((row) => [
      cell(row.occurredOn),
      ...[row.amountFen, row.costFen, row.netFen, row.poolFen, row.institutionFen].map(amount),
    ]),
  )

const people = (reward: Reward): PdfContent =>
  grid(
    ['完成人 Inventor', '份额', '累计（元）'],
    reward.shares.map(({ name, share }) => [
      cell(name),
      cell(percent(share)),
      amount(reward.totals.find((total) => total.name === name)?.amountFen ?? 0),
    ]),
  )

const ownParts = ({ distributions: rows, totals }: Reward, inventor: string): PdfContent =>
  grid(
    ['日期 Date', '完成人合计', '本人（元）'],
    [
      ...rows.map((row) => [
        cell(row.occurredOn),
        amount(row.poolFen),
        amount(row.parts.find(({ name }) => name === inventor)?.amountFen ?? 0),
      ]),
      [cell('合计 Total'), cell(''), amount(totals.find(({ name }) => name === inventor)?.amountFen ?? 0)],
    ],
  )

/** How income was shared: as a whole, or what one inventor gets and nobody else's part. */
export const rewardDocument = (
  reward: Reward,
  { at, inventor }: { at: Date; inventor: string | undefined },
): PdfDefinition => ({
  title: `奖酬分配表 ${reward.title}`,
  at,
  language: 'zh-CN',
  footer: `${reward.contractId} · ${shanghaiDateOf(at)}`,
  content: [
    { text: '科技成果转化奖酬分配表', style: 'title' },
    { text: 'Statement of the inventors’ reward', style: 'subtitle' },
    basics(reward, inventor),
    ...(inventor === undefined
      ? [
          ...(reward.costs.length > 0 ? [heading('成本 Costs'), costs(reward)] : []),
          heading('逐笔分配 Receipt by receipt（元）'),
          distributions(reward),
          heading('完成人 Inventors'),
          people(reward),
        ]
      : [heading('逐笔分配 Receipt by receipt'), ownParts(reward, inventor)]),
    { text: '各笔金额合计精确到分；个人所得税以税务机关核定为准。', style: 'small' },
    ...(reward.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
  ],
})
