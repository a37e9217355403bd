import { type FieldProblem, formatFen } from '../../index.ts'
import type { ClauseFacts } from './clause.ts'
import { type Article, clausesFor } from './generate.ts'

export const MAX_ARTICLES = 60
export const MAX_ARTICLE_LENGTH = 6000
export const MAX_HEADING_LENGTH = 120

/** Something still to be filled in: brackets left open or a run of lines to write on. */
const UNFILLED = /\{\{?\s*\w+\s*\}?\}|_{3,}|【\s*】|\[\s*\]|（\s*）/u

/** What is wrong with the words of one clause; `at` is its path. */
export const wordingProblems = (
  words: Pick<Article, 'headingZh' | 'zh' | 'en'>,
  at: string,
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  for (const path of ['headingZh', 'zh'] as const) {
    if (words[path].trim() === '') problems.push({ path: `${at}.${path}`, code: 'field.required' })
  }
  for (const path of ['zh', 'en'] as const) {
    if (words[path].length > MAX_ARTICLE_LENGTH) {
      const params = { max: MAX_ARTICLE_LENGTH }
      problems.push({ path: `${at}.${path}`, code: 'field.too_long', params })
    }
    if (UNFILLED.test(words[path])) {
      problems.push({ path: `${at}.${path}`, code: 'contract_text.unfilled' })
    }
  }
  return problems
}

/** What keeps a text from being put forward: an empty article, something unfilled, a clause the law wants missing. */
export const articlesProblems = (facts: ClauseFacts, articles: readonly Article[]): FieldProblem[] => {
  const there = new Set(articles.map(({ clauseId }) => clauseId))
  const missing = clausesFor(facts)
    .filter(({ id, mandatory }) => mandatory && !there.has(id))
    .map(
      ({ id, heading }): FieldProblem => ({
        path: 'articles',
        code: 'contract_text.mandatory_missing',
        params: { clause: id, heading: `${heading.zh} ${heading.en}` },
      }),
    )
  const tooMany =
    articles.length > MAX_ARTICLES
      ? [{ path: 'articles', code: 'field.too_many', params: { max: MAX_ARTICLES } }]
      : []
  return [
    ...missing,
    ...tooMany,
    ...articles.flatMap((article, index) => wordingProblems(article, `articles.${index}`)),
  ]
}

/** Words that one of the six kinds of monopolising technology is usually written in (Supreme Court interpretation 10). */
const RESTRICTIVE: readonly [kind: string, words: RegExp][] = [
  ['improvement', /(不得|禁止).{0,12}(改进|再研究|新的研究开发)|(无偿|免费).{0,8}(回授|提供改进|交付改进)/u],
  ['other_sources', /(不得|禁止).{0,16}(其他来源|第三方).{0,10}(获得|取得|引进).{0,8}技术/u],
  ['exploitation', /(不得|禁止).{0,10}出口|限制.{0,8}(产量|销售价格|销售渠道|出口)/u],
  ['tie_in', /(必须|应当)(同时|一并).{0,8}(购买|接受).{0,14}(设备|原材料|服务|技术)/u],
  ['supply_sources', /(只能|仅可|必须)(向|从)乙方.{0,8}(购买|采购)/u],
  ['no_challenge', /(不得|禁止|放弃).{0,14}(有效性|无效宣告).{0,8}(异议|请求|质疑)?/u],
]

/** What the pre-check wants to know of a text. */
export interface TextFacts {
  agreed: boolean
  /** False where the price article does not state the amount of the contract. */
  amountStated: boolean
  /** Headings of clauses that apply and were left out; the law then speaks for the parties. */
  left: readonly { zh: string; en: string }[]
  /** Articles in the parties' own words that read like a restraint, with the kind. */
  restrictive: readonly { kind: string; heading: string }[]
}

const statesAmount = ({ contractAmountFen }: ClauseFacts, articles: readonly Article[]): boolean => {
  const amount = formatFen(contractAmountFen, 'yuan', 'zh-CN').replace(' 元', '').replaceAll(',', '')
  return articles.some(({ clauseId, zh }) => clauseId === 'price' && zh.replaceAll(',', '').includes(amount))
}

/** What somebody should look at in a text before it is signed. */
export const textFacts = (facts: ClauseFacts, articles: readonly Article[], agreed: boolean): TextFacts => {
  const there = new Set(articles.map(({ clauseId }) => clauseId))
  const own = articles.filter(({ edited, clauseId }) => edited || clauseId === null)
  return {
    agreed,
    amountStated: statesAmount(facts, articles),
    left: clausesFor(facts)
      .filter(({ id }) => !there.has(id))
      .map(({ heading }) => heading),
    restrictive: own.flatMap(({ zh, headingZh }) =>
      RESTRICTIVE.filter(([, words]) => words.test(zh)).map(([kind]) => ({ kind, heading: headingZh })),
    ),
  }
}
