import type { CalendarDate } from '../../index.ts'
import type { Bilingual } from '../../regimes/index.ts'
import type { ClauseParty } from '../clauses/clause.ts'
import type { Article } from '../clauses/generate.ts'
import { day, money, paragraphs } from '../clauses/words.ts'
import {
  type AmendedClause,
  type AmendedFigures,
  type AmendmentDraft,
  amendedBy,
  type ContractStanding,
} from './amendment.ts'

/** What an amendment is written from, beside its own words. */
export interface AmendmentFacts {
  contractTitle: string
  signedOn: CalendarDate | null
  /** SHA-256 of the file both sides signed; null where none is kept here. */
  signedSha256: string | null
  seller: ClauseParty
  buyer: ClauseParty
  standing: ContractStanding
}

/** How the document is called: 「…」补充协议（第N号）. */
export const amendmentTitle = (contractTitle: string, number: number): string =>
  `《${contractTitle}》补充协议（第${number}号）`

const article = (heading: Bilingual, words: Bilingual, clauseId: string | null = null): Article => ({
  clauseId,
  headingZh: heading.zh,
  headingEn: heading.en,
  zh: words.zh,
  en: words.en,
  edited: clauseId === null,
})

const preamble = ({ contractTitle, signedOn, signedSha256, seller, buyer }: AmendmentFacts): Article => {
  const on = signedOn === null ? { zh: '', en: '' } : day(signedOn)
  const digest: Bilingual = {
    zh: `（签署文件 SHA-256：${signedSha256}）`,
    en: ` (SHA-256 of the signed file: ${signedSha256})`,
  }
  const which = signedSha256 === null ? { zh: '', en: '' } : digest
  return article(
    { zh: '当事人和原合同', en: 'Parties and contract' },
    paragraphs(
      { zh: `甲方：${buyer.nameZh}`, en: `Party A: ${buyer.nameEn || buyer.nameZh}` },
      { zh: `乙方：${seller.nameZh}`, en: `Party B: ${seller.nameEn || seller.nameZh}` },
      {
        zh: `双方${on.zh === '' ? '' : `于${on.zh}`}签订《${contractTitle}》${which.zh}，经协商一致，补充约定如下。`,
        en: `The parties${on.en === '' ? '' : `, who on ${on.en}`} signed “${contractTitle}”${which.en}${on.en === '' ? ' and' : ','} agree as follows.`,
      },
    ),
    'amendment.parties',
  )
}

const LEADS = {
  replaced: (number: number | null): Bilingual => ({
    zh: `原合同第${number}条修改为：`,
    en: `Article ${number} of the contract now reads:`,
  }),
  added: (): Bilingual => ({
    zh: '原合同增加下列条款：',
    en: 'The following is added to the contract:',
  }),
  removed: (number: number | null): Bilingual => ({
    zh: `删去原合同第${number}条。`,
    en: `Article ${number} of the contract is removed.`,
  }),
}

/** English stands beside only where the parties wrote some. */
const clauseArticle = ({ change, article: number, headingZh, headingEn, zh, en }: AmendedClause): Article => {
  const lead = LEADS[change](number)
  const words = paragraphs(lead, zh !== '' && { zh, en })
  return article(
    { zh: headingZh, en: headingEn },
    { zh: words.zh, en: en === '' && zh !== '' ? `${lead.en} (see the Chinese)` : words.en },
  )
}

const amounts = (standing: ContractStanding, figures: AmendedFigures): Article[] => {
  if (figures.contractAmountFen === null && figures.technologyAmountFen === null) return []
  const after = amendedBy(standing, figures)
  const [was, is] = [money(standing.contractAmountFen), money(after.contractAmountFen)]
  const [wasOf, isOf] = [money(standing.technologyAmountFen), money(after.technologyAmountFen)]
  return [
    article(
      { zh: '合同金额', en: 'Amounts' },
      paragraphs(
        figures.contractAmountFen !== null && {
          zh: `合同总额由${was.zh}变更为${is.zh}。`,
          en: `The contract amount changes from ${was.en} to ${is.en}.`,
        },
        figures.technologyAmountFen !== null && {
          zh: `其中技术交易额由${wasOf.zh}变更为${isOf.zh}。`,
          en: `The technology amount changes from ${wasOf.en} to ${isOf.en}.`,
        },
      ),
      'amendment.amounts',
    ),
  ]
}

const term = ({ endsOn: was }: ContractStanding, { endsOn }: AmendedFigures): Article[] => {
  if (endsOn === null) return []
  const [from, to] = [was === null ? null : day(was), day(endsOn)]
  const words: Bilingual = {
    zh: `合同终止日${from === null ? '' : `由${from.zh}`}变更为${to.zh}。`,
    en: `The contract now ends on ${to.en}${from === null ? '' : ` instead of ${from.en}`}.`,
  }
  return [article({ zh: '合同期限', en: 'Term' }, words, 'amendment.term')]
}

const closing = ({ effectiveOn }: AmendmentDraft): Article => {
  const on = day(effectiveOn)
  return article(
    { zh: '生效和其他', en: 'Effect' },
    {
      zh: `本补充协议经双方签署后，自${on.zh}起执行，是原合同的组成部分；未变更的内容仍按原合同履行，不一致的以本补充协议为准。`,
      en: `Once signed by both, this amendment applies from ${on.en} and is part of the contract. What it does not change stays; where the two differ, the amendment prevails.`,
    },
    'amendment.effect',
  )
}

/** The document both sides sign, article by article; the Chinese governs. */
export const amendmentArticles = (draft: AmendmentDraft, facts: AmendmentFacts): Article[] => [
  preamble(facts),
  ...amounts(facts.standing, draft),
  ...term(facts.standing, draft),
  ...draft.clauses.map(clauseArticle),
  closing(draft),
]
