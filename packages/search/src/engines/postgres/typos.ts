import type { Sql } from 'postgres'
import { nearestTo, SHORT_WORD } from '../../text/misspelling.ts'

// Trigrams say little of short words, so those are compared with every word of their first letter and length.
const nearby = (sql: Sql, word: string) =>
  word.length < SHORT_WORD
    ? sql`w.word like ${`${word.slice(0, 1)}%`} and length(w.word) between ${word.length - 1} and ${word.length + 1}`
    : sql`w.word % ${word}`

export interface Correction {
  word: string
  holding: number
}

/** The known words a misspelt one may mean. */
const similarTo = async (sql: Sql, generation: number, word: string): Promise<Correction[]> => {
  const rows = await sql<Correction[]>`
    select w.word, w.holding from search_words w
    where w.generation = ${generation} and w.latin and w.holding > 0 and ${nearby(sql, word)}
    order by similarity(w.word, ${word}) desc, w.word limit 50`
  return nearestTo(word, rows)
}

export const similarWords = async (
  sql: Sql,
  generation: number,
  words: readonly string[],
): Promise<Map<string, Correction[]>> => {
  const found = await Promise.all(
    words.map(
      async (word): Promise<[string, Correction[]]> => [word, await similarTo(sql, generation, word)],
    ),
  )
  return new Map(found)
}
