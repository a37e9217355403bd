import type { Sql } from 'postgres'

/** Mistakes forgiven in a word of this length; a two-letter word has too many neighbours to guess from. */
const allowed = (length: number): number => (length < 3 ? 0 : length < 8 ? 1 : 2)

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + change,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return at(a.length, b.length)
}

// Trigrams say little of short words, so those are compared with every word of their first letter and length.
const nearby = (sql: Sql, word: string) =>
  word.length < 5
    ? sql`w.word like ${`${word.slice(0, 1)}%`} and length(w.word) between ${word.length - 1} and ${word.length + 1}`
    : sql`w.word % ${word}`

export interface Correction {
  word: string
  holding: number
}

/** The known words a misspelt one may mean, nearest first, at most three. */
const similarTo = async (sql: Sql, generation: number, word: string): Promise<Correction[]> => {
  const rows = await sql<Correction[]>`
    select w.word, w.holding from search_words w
    where w.generation = ${generation} and w.latin and w.holding > 0 and ${nearby(sql, word)}
    order by similarity(w.word, ${word}) desc, w.word limit 50`
  return rows
    .map((row) => ({ word: row.word, holding: row.holding, distance: editDistance(row.word, word) }))
    .filter(({ distance }) => distance > 0 && distance <= allowed(word.length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((candidate) => ({ word: candidate.word, holding: candidate.holding }))
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
