import type { Clause, ClauseFacts } from './clause.ts'
import { CLOSING_CLAUSES } from './closing-clauses.ts'
import { DUTY_CLAUSES } from './duty-clauses.ts'
import { PARTY_CLAUSES } from './party-clauses.ts'
import { PRICE_CLAUSES } from './price-clauses.ts'
import { RIGHT_CLAUSES } from './right-clauses.ts'

/** The order is that of the document. */
export const CLAUSE_LIBRARY: readonly Clause[] = [
  ...PARTY_CLAUSES,
  ...RIGHT_CLAUSES,
  ...PRICE_CLAUSES,
  ...DUTY_CLAUSES,
  ...CLOSING_CLAUSES,
]

/** One article of a text. Chinese governs; English stands beside it. */
export interface Article {
  /** Of the library; null for what the parties added themselves. */
  clauseId: string | null
  headingZh: string
  headingEn: string
  zh: string
  en: string
  /** Whether the parties' own words replace the library's. */
  edited: boolean
}

/** The clauses contracts with these facts have. */
export const clausesFor = (facts: ClauseFacts): Clause[] =>
  CLAUSE_LIBRARY.filter(({ applies }) => applies(facts))

const writtenOut = (clause: Clause, facts: ClauseFacts): Article => {
  const { zh, en } = clause.body(facts)
  const { heading } = clause
  return { clauseId: clause.id, headingZh: heading.zh, headingEn: heading.en, zh, en, edited: false }
}

/**
 * The text of a contract, article by article, out of what was agreed. `off`: clauses the parties do without; one that the
 * law wants stays however often it is named.
 */
export const generateArticles = (facts: ClauseFacts, off: readonly string[] = []): Article[] =>
  clausesFor(facts)
    .filter(({ id, mandatory }) => mandatory || !off.includes(id))
    .map((clause) => writtenOut(clause, facts))

/** The same over changed facts: what the parties wrote themselves stays, the rest is made anew. */
export const regenerateArticles = (
  facts: ClauseFacts,
  articles: readonly Article[],
  off: readonly string[],
): Article[] => {
  const kept = new Map(articles.filter(({ edited }) => edited).map((article) => [article.clauseId, article]))
  const own = articles.filter(({ clauseId }) => clauseId === null)
  return [...generateArticles(facts, off).map((article) => kept.get(article.clauseId) ?? article), ...own]
}
