export * from './amendment.ts'
export { type AmendmentFacts, amendmentArticles, amendmentTitle } from './amendment-articles.ts'
export { type AmendedContract, amendmentProblems } from './amendment-problems.ts'
export * from './states.ts'
