import type { PdfDefinition } from '@market/adapters/documents'
import { type Article, type ClauseFacts, generateArticles } from '@market/domain/contracts'
import type { KnowHowBundle } from '@market/domain/licensing'
import { SAMPLE_NOTICE } from '../../index.ts'
import { articleContent } from '../text/text-document.ts'
import type { LicenceOfferRow } from './offer-records.ts'

const own = (headingZh: string, headingEn: string, zh: string, en: string): Article => ({
  clauseId: null,
  headingZh,
  headingEn,
  zh,
  en,
  edited: true,
})

const knowHowArticle = ({ trainingDays, samples, drawings }: KnowHowBundle): Article => {
  const parts = [
    trainingDays > 0 ? `培训 ${trainingDays} 天` : '',
    samples && `样品：${samples}`,
    drawings && `图纸资料：${drawings}`,
  ].filter((part) => part !== '')
  const english = [
    trainingDays > 0 ? `training of ${trainingDays} days` : '',
    samples && `samples: ${samples}`,
    drawings && `drawings: ${drawings}`,
  ].filter((part) => part !== '')
  return own(
    '随附技术支持',
    'Know-how',
    `许可方在许可费到账后三十日内提供：${parts.join('；')}。`,
    `Within thirty days of receiving the fee the licensor provides: ${english.join('; ')}.`,
  )
}

export interface LicenceDocumentInput {
  contractId: string
  facts: ClauseFacts
  offer: LicenceOfferRow
  knowHow: KnowHowBundle | null
  signatory: string
  at: Date
  sample: boolean
}

/** The articles of the library, and what the owner's terms add to them. */
const articlesOf = ({ facts, offer, knowHow, signatory }: LicenceDocumentInput): Article[] => [
  ...generateArticles(facts),
  own(
    '生效',
    'Taking effect',
    '许可费经许可方确认到账后，许可即生效；逾期未付的，本合同终止。终止日期不因付款日而顺延。',
    'The licence takes effect once the licensor has confirmed that the fee was received; if it is not paid in time this contract ends. The last day does not move with the day of payment.',
  ),
  ...(knowHow ? [knowHowArticle(knowHow)] : []),
  ...(offer.conditionsZh === ''
    ? []
    : [
        own('许可方的其他条件', 'Further conditions of the licensor', offer.conditionsZh, offer.conditionsEn),
      ]),
  own(
    '订立方式',
    'How this was concluded',
    `许可方于 ${offer.publishedAt.toISOString()} 由其签署人在本市场签署并公开本合同的条款（编号 ${offer.id}）；被许可方由签署人${signatory}在本市场确认接受。`,
    `The licensor’s signatory signed and published these terms on this market on ${offer.publishedAt.toISOString()} (no. ${offer.id}); the licensee’s signatory ${signatory} accepted them on this market.`,
  ),
]

/** The contract of a licence taken on published terms. */
export const licenceDocument = (input: LicenceDocumentInput): PdfDefinition => ({
  title: input.facts.title,
  at: input.at,
  language: 'zh-CN',
  footer: input.contractId,
  content: [
    { text: input.facts.title, style: 'title' },
    { text: '中文为准，英文供参考。The Chinese governs; the English is for reference.', style: 'subtitle' },
    ...articlesOf(input).map(articleContent),
    ...(input.sample ? [{ text: SAMPLE_NOTICE, style: 'warning' }] : []),
  ],
})
