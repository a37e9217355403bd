import type { Sql } from 'postgres'

/** Words of the texts shown that share a stem with the query: battery for batteries. */
export const wordsWithStems = async (sql: Sql, words: readonly string[], stems: readonly string[]) => {
  if (words.length === 0 || stems.length === 0) return []
  const rows = await sql<{ word: string }[]>`
    select word from unnest(${[...words]}::text[]) as word
    where ts_lexize('english_stem', word) && ${[...stems]}::text[]`
  return rows.map((row) => row.word)
}
