import type { AmendedClause, Article } from '@market/domain/contracts'
import { compareTexts, type TextSegment } from '../../listings/index.ts'
import type { AmendmentRow } from './amendment-records.ts'

export interface ClauseComparison {
  clause: AmendedClause
  /** Word by word what came and what went. */
  zh: TextSegment[]
  en: TextSegment[]
}

/** The words an article had before: of the last amendment in force that changed it, or those signed first. */
const wordsBefore = (
  { article }: AmendedClause,
  earlier: readonly AmendmentRow[],
  signed: readonly Article[] | null,
): Pick<Article, 'zh' | 'en'> | undefined => {
  if (article === null) return undefined
  return (
    earlier
      .filter(({ state }) => state === 'in_force')
      .flatMap(({ clauses }) => clauses)
      .findLast((clause) => clause.article === article) ?? signed?.[article - 1]
  )
}

/** What an amendment changes in the words the contract had; `all`: the contract's amendments. */
export const compareClauses = (
  { number, clauses }: AmendmentRow,
  all: readonly AmendmentRow[],
  signed: readonly Article[] | null,
): ClauseComparison[] => {
  const earlier = all.filter((other) => other.number < number)
  return clauses.map((clause) => {
    const before = wordsBefore(clause, earlier, signed)
    return {
      clause,
      zh: compareTexts(before?.zh ?? '', clause.zh),
      en: compareTexts(before?.en ?? '', clause.en),
    }
  })
}
