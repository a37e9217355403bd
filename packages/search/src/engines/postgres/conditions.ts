import type { Fragment, Sql } from 'postgres'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { anyOf, type Requirement, type Terms } from './terms.ts'
import { quoteLexeme } from './vector.ts'

/** What a document `d` must fulfil, as SQL. */
export interface Conditions {
  /** It holds a right of a number asked for. */
  number: Fragment
  /** It holds every word. */
  every: Fragment
  /** It holds some word, and every quoted phrase. */
  some: Fragment
  /** It holds nothing that was excluded. */
  allowed: Fragment
}

const join = (sql: Sql, fragments: readonly Fragment[], word: 'and' | 'or', none: boolean): Fragment => {
  const [first, ...rest] = fragments
  if (!first) return none ? sql`true` : sql`false`
  const separator = word === 'and' ? sql` and ` : sql` or `
  return sql`(${[first, ...rest.flatMap((fragment) => [separator, fragment])]})`
}

const holds = (sql: Sql, { words, stems }: Requirement): Fragment =>
  stems === ''
    ? sql`d.words @@ ${words}::text::tsquery`
    : sql`(d.words @@ ${words}::text::tsquery or d.stems @@ ${stems}::text::tsquery)`

export const conditions = (sql: Sql, query: ParsedQuery, terms: Terms): Conditions => {
  const everyWord = [
    ...terms.required.map((requirement) => holds(sql, requirement)),
    ...terms.phrases.map((phrase) => sql`d.words @@ ${phrase}::text::tsquery`),
  ]
  const someWord = holds(sql, {
    words: anyOf(terms.terms.map((term) => term.words)),
    stems: anyOf(terms.terms.map((term) => term.stems)),
  })
  const phrases = terms.phrases.map((phrase) => sql`d.words @@ ${phrase}::text::tsquery`)
  const numberStarts = anyOf(query.numbers.flat().map((form) => `${quoteLexeme(form)}:*`))
  const onlyExcluded = everyWord.length + query.numbers.length === 0
  return {
    number: query.numbers.length > 0 ? sql`d.numbers && ${query.numbers.flat()}::text[]` : sql`false`,
    every: join(sql, everyWord, 'and', onlyExcluded),
    some:
      numberStarts === ''
        ? join(sql, [...phrases, someWord], 'and', false)
        : sql`(${join(sql, [...phrases, someWord], 'and', false)} or d.words @@ ${numberStarts}::text::tsquery)`,
    allowed: join(
      sql,
      terms.excluded.map((words) => sql`not d.words @@ ${words}::text::tsquery`),
      'and',
      true,
    ),
  }
}
