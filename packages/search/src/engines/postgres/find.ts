import type { Sql } from 'postgres'
import type { SearchQuery, SearchResult } from '../../engine.ts'
import { RELAX_BELOW } from '../../ranking.ts'
import { type Counted, countAll } from './count.ts'
import { findBest } from './find-best.ts'
import { findSome } from './find-some.ts'
import { findSorted } from './find-sorted.ts'
import { type FoundRow, numbersOf, type Question } from './question.ts'

export interface Found {
  rows: FoundRow[]
  counted: Counted
  relaxed: boolean
}

const findEvery = async (sql: Sql, question: Question): Promise<Found> => {
  const isRanked =
    question.query.sort === 'relevance' && question.terms.terms.length + question.parsed.numbers.length > 0
  const page = isRanked ? findBest(sql, question) : findSorted(sql, question)
  if (question.query.count === false) {
    const rows = await page
    return { rows, counted: { total: rows.length, counts: new Map(), met: new Map() }, relaxed: false }
  }
  const [rows, counted] = await Promise.all([page, countAll(sql, question)])
  return { rows, counted, relaxed: false }
}

/** No listing holds a word of the query: there is no need to ask for all of them. */
const lacksAWord = ({ terms, parsed }: Question): boolean =>
  parsed.numbers.length === 0 && terms.required.some(({ holding }) => holding === 0)

/** Whoever asks for a number alone and finds it has found what there is. */
const isNumberFound = ({ parsed }: Question, { counted }: Found): boolean =>
  parsed.words.length === 0 && counted.total > 0

/** The page asked for; `relaxed` is given for a further page, which must be cut from the same list as the first. */
export const find = async (sql: Sql, question: Question, relaxed: boolean | null): Promise<Found> => {
  const some = async (): Promise<Found> => ({ ...(await findSome(sql, question)), relaxed: true })
  if (relaxed !== null) return relaxed ? some() : findEvery(sql, question)
  const hasWords = question.parsed.words.length + numbersOf(question).length > 0
  if (!hasWords) return findEvery(sql, question)
  if (lacksAWord(question)) return some()
  const strict = await findEvery(sql, question)
  if (strict.counted.total >= RELAX_BELOW || isNumberFound(question, strict)) return strict
  const more = await some()
  return more.counted.total > strict.counted.total ? more : strict
}

export const facetsOf = ({ facets }: SearchQuery, { counts }: Counted): SearchResult['facets'] =>
  Object.fromEntries(facets.map((facet) => [facet, counts.get(facet) ?? []]))
