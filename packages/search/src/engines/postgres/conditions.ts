import { RELAXED_COVERAGE, relaxedBudget } from '../../ranking.ts'
import type { Question } from './question.ts'
import type { Term, Terms } from './terms.ts'
import { allOf, anyOf, not } from './vector.ts'

export const fullCoverage = (terms: Terms): number =>
  terms.terms.reduce((sum, term) => sum + term.coverage, 0)

/**
 * The rarest words that together decide who can be on the subject. A document with none of them holds too little
 * of the query's rarity; words too common to be looked at all are weighed where the rarer ones lead.
 */
const essential = (terms: Terms, coverage: number, budget: number): Term[] => {
  const telling = terms.terms.filter((term) => term.coverage > 0 && term.holding > 0)
  const rarestFirst = [...telling].sort((a, b) => a.holding - b.holding)
  let left = telling.reduce((sum, term) => sum + term.coverage, 0)
  let found = 0
  const chosen: Term[] = []
  for (const term of rarestFirst) {
    const couldStillTell = left >= coverage * fullCoverage(terms)
    if (chosen.length > 0 && (!couldStillTell || found + term.holding > budget)) break
    chosen.push(term)
    left -= term.coverage
    found += term.holding
  }
  return chosen
}

/** The relaxed condition as one tsquery: some telling word, every quoted phrase, nothing excluded. */
export const relaxedQuery = (
  { terms, query, coverage = RELAXED_COVERAGE }: Pick<Question, 'terms' | 'query' | 'coverage'>,
  numberStarts: string,
): string => {
  const some = essential(terms, coverage, relaxedBudget(query)).map(({ words, stems }) =>
    anyOf([words, stems]),
  )
  const on = anyOf([...some, numberStarts])
  return on === '' && terms.phrases.length === 0
    ? ''
    : allOf([on, ...terms.phrases, ...terms.excluded.map(not)])
}

/** The one requirement that fewest documents meet, asked of the title. */
export const rarestTitled = ({ required }: Terms): string =>
  required.reduce((rarest, next) => (next.holding < rarest.holding ? next : rarest), {
    words: '',
    titled: '',
    holding: Number.POSITIVE_INFINITY,
  }).titled
