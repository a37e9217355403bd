import type { TransactionSql } from 'postgres'
import type { IndexedWord } from './vector.ts'

/** Words with the number of documents that hold them. */
export type WordCounts = Map<string, IndexedWord & { holding: number }>

const BATCH = 5000

/** Adds to what a generation knows of its words. Writers take turns, so no two touch a word at once. */
export const addWords = async (tx: TransactionSql, generation: number, counts: WordCounts): Promise<void> => {
  const all = [...counts.values()]
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH)
    await tx`
      insert into search_words (generation, word, holding, latin, pinyin, initials)
      select ${generation}, * from jsonb_to_recordset(${JSON.stringify(batch)}::text::jsonb)
        as r(word text, holding int, latin boolean, pinyin text, initials text)
      on conflict (generation, word) do update set holding = search_words.holding + excluded.holding,
        pinyin = coalesce(search_words.pinyin, excluded.pinyin),
        initials = coalesce(search_words.initials, excluded.initials)`
  }
}

/** Takes removed documents' words off; each is named once per document. */
export const deductWords = async (
  tx: TransactionSql,
  generation: number,
  words: readonly string[],
): Promise<void> => {
  if (words.length === 0) return
  await tx`
    update search_words w set holding = w.holding - gone.count
    from (select word, count(*)::int as count from unnest(${[...words]}::text[]) as word group by word) gone
    where w.generation = ${generation} and w.word = gone.word`
}
