import type { PdfContent, PdfDefinition } from '@market/adapters/documents'
import type { Article } from '@market/domain/contracts'
import { SAMPLE_NOTICE } from '../../index.ts'

export interface PrintableText {
  contractId: string
  title: string
  version: number
  sha256: string
  createdAt: Date
  articles: readonly Article[]
  sample: boolean
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** Article numbers as contracts write them, up to 99. */
const numeral = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : `${tens === 1 ? '' : NUMERALS[tens]}十`
  return `${head}${ones === 0 && tens > 0 ? '' : NUMERALS[ones]}`
}

/** One numbered article, Chinese above the English. */
export const articleContent = ({ headingZh, headingEn, zh, en }: Article, index: number): PdfContent => ({
  stack: [
    {
      text: [
        `第${numeral(index + 1)}条　${headingZh}`,
        ...(headingEn === '' ? [] : [{ text: `　Article ${index + 1} ${headingEn}`, style: 'small' }]),
      ],
      style: 'heading',
    },
    { text: zh },
    ...(en === ''
      ? []
      : [{ text: en, style: 'small', margin: [0, 3, 0, 0] as [number, number, number, number] }]),
  ],
})

/** The text of a contract, Chinese with the English below each article. */
export const textDocument = (text: PrintableText, { draft }: { draft: boolean }): PdfDefinition => ({
  title: text.title,
  at: text.createdAt,
  language: 'zh-CN',
  footer: `${text.contractId} · v${text.version} · ${text.sha256.slice(0, 16)}`,
  ...(draft ? { watermark: '草稿 DRAFT' } : {}),
  content: [
    { text: text.title, style: 'title' },
    { text: '中文为准，英文供参考。The Chinese governs; the English is for reference.', style: 'subtitle' },
    ...text.articles.map(articleContent),
    ...(text.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
  ],
})
