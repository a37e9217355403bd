export type { Clause, ClauseFacts, ClauseParty, ClauseRight } from './clause.ts'
export {
  type Article,
  CLAUSE_LIBRARY,
  clausesFor,
  generateArticles,
  regenerateArticles,
} from './generate.ts'
export {
  articlesProblems,
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
  MAX_HEADING_LENGTH,
  type TextFacts,
  textFacts,
} from './text-problems.ts'
export { writtenText } from './written-text.ts'
