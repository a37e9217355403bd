import type { Article } from '@market/domain/contracts'
import { compareTexts, type TextSegment } from '../../listings/index.ts'

export type ArticleChange = 'same' | 'added' | 'removed' | 'changed'

export interface ArticleComparison {
  article: Article
  change: ArticleChange
  /** Word by word, where it changed. */
  zh: TextSegment[]
  en: TextSegment[]
}

const keyOf = ({ clauseId, headingZh }: Article): string => clauseId ?? `own ${headingZh}`

const whole = (article: Article, kind: 'same' | 'added' | 'removed'): ArticleComparison => ({
  article,
  change: kind,
  zh: [{ kind, text: article.zh }],
  en: [{ kind, text: article.en }],
})

const compare = (article: Article, before: Article | undefined): ArticleComparison => {
  if (!before) return whole(article, 'added')
  const same = article.zh === before.zh && article.en === before.en && article.headingZh === before.headingZh
  if (same) return whole(article, 'same')
  const zh = compareTexts(before.zh, article.zh)
  return { article, change: 'changed', zh, en: compareTexts(before.en, article.en) }
}

/** Two versions article by article; what was taken out stands at the end. */
export const compareArticles = (
  before: readonly Article[],
  after: readonly Article[],
): ArticleComparison[] => {
  const old = new Map(before.map((article) => [keyOf(article), article]))
  const kept = new Set(after.map(keyOf))
  return [
    ...after.map((article) => compare(article, old.get(keyOf(article)))),
    ...before.filter((article) => !kept.has(keyOf(article))).map((article) => whole(article, 'removed')),
  ]
}
