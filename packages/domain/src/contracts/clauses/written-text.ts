import type { Article } from './generate.ts'

/**
 * The words of a text in one fixed order, for its hash: two versions that read the same have the same. Whether somebody
 * edited an article is no word of it.
 */
export const writtenText = (contractId: string, title: string, articles: readonly Article[]): string =>
  JSON.stringify([
    contractId,
    title,
    articles.map(({ clauseId, headingZh, headingEn, zh, en }) => [clauseId, headingZh, headingEn, zh, en]),
  ])
