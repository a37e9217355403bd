import type { Sql } from 'postgres'
import { rarity } from '../../ranking.ts'

export interface Generation {
  id: number
  documents: number
  averageWords: number
  version: string
}

/** What the index knows of the words of a query. */
export interface Lexicon {
  generation: Generation
  holding(lexeme: string): number
  rarity(lexeme: string): number
  rarityOf(holding: number): number
  /** Words that begin with the unfinished one, the commonest first. */
  completions: readonly { word: string; holding: number }[]
  /** Chinese words of titles by what is typed for them. */
  typed: readonly { word: string; holding: number; pinyin: string; initials: string }[]
}

export interface Asked {
  lexemes: readonly string[]
  openWord?: string | null
  /** Letters that may be pinyin, and all their pieces. */
  pinyin?: { letters: string; pieces: readonly string[] } | null
}

const MOST_COMPLETIONS = 40
const MOST_TYPED = 300

interface Row {
  id: number
  documents: number
  words: string
  version: string
  known: string | null
  completions: string | null
  typed: string | null
}

const likeStart = (text: string): string => `${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Everything in one round trip; null while there is no index. */
export const lexiconOf = async (sql: Sql, { lexemes, openWord, pinyin }: Asked): Promise<Lexicon | null> => {
  const pieces = [...(pinyin?.pieces ?? [])]
  const beginning = pinyin && pinyin.letters.length >= 4 ? pinyin.letters : null
  const [row] = await sql<Row[]>`
    select g.id, g.document_count as documents, g.word_count::text as words, g.version::text as version,
      (select json_object_agg(w.word, w.holding) from search_words w
       where w.generation = g.id and w.word = any(${[...new Set(lexemes)]}::text[]))::text as known,
      ${
        openWord
          ? sql`(select json_agg(c) from (select w.word, w.holding from search_words w
              where w.generation = g.id and w.word like ${likeStart(openWord)} and w.holding > 0
              order by w.holding desc, w.word limit ${MOST_COMPLETIONS}) c)::text`
          : sql`null`
      } as completions,
      ${
        pieces.length > 0
          ? sql`(select json_agg(c) from (select w.word, w.holding, w.pinyin, w.initials from search_words w
              where w.generation = g.id and w.holding > 0 and (w.pinyin = any(${pieces}::text[]) or w.initials = any(${pieces}::text[])
                ${beginning === null ? sql`` : sql`or w.pinyin like ${likeStart(beginning)}`})
              order by w.holding desc, w.word limit ${MOST_TYPED}) c)::text`
          : sql`null`
      } as typed
    from search_generations g where g.state = 'current'`
  if (!row) return null
  const known: Record<string, number> = JSON.parse(row.known ?? '{}')
  const holding = (lexeme: string): number => (Object.hasOwn(known, lexeme) ? (known[lexeme] ?? 0) : 0)
  return {
    generation: {
      id: row.id,
      documents: row.documents,
      averageWords: Number(row.words) / Math.max(row.documents, 1),
      version: row.version,
    },
    holding,
    rarity: (lexeme) => rarity(holding(lexeme), row.documents),
    rarityOf: (count) => rarity(count, row.documents),
    completions: JSON.parse(row.completions ?? '[]'),
    typed: JSON.parse(row.typed ?? '[]'),
  }
}
