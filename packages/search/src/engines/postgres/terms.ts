import type { Sql } from 'postgres'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { ADJACENCY_WEIGHT, PREFIX_WEIGHT, rarity, SUBWORD_WEIGHT, TYPO_WEIGHT } from '../../ranking.ts'
import { isLatin, subwords } from '../../text/segment.ts'
import { similarWords } from './typos.ts'
import { quoteLexeme } from './vector.ts'

/** One thing to look for, in the text form of two tsqueries; an empty one finds nothing. */
export interface Term {
  words: string
  stems: string
  weight: number
  /** The part of the query that is answered when this is found; used to keep relaxed searches on the subject. */
  coverage: number
}

/** A condition every strict hit fulfils. */
export interface Requirement {
  words: string
  stems: string
}

export interface Terms {
  terms: Term[]
  required: Requirement[]
  /** Quoted: fulfilled even by relaxed hits. */
  phrases: string[]
  excluded: string[]
  /** Stems of the Latin words, for marking hits. */
  stems: string[]
  /** Words put in place of misspelt ones. */
  corrections: string[]
}

export const phraseQuery = (words: readonly string[]): string => words.map(quoteLexeme).join(' <-> ')
const prefixQuery = (word: string): string => `${quoteLexeme(word)}:*`
export const anyOf = (queries: readonly string[]): string =>
  queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' | ')

interface Known {
  /** Documents that hold it, in this or a stemmed form. */
  holding: number
  stemQuery: string
  stems: string[]
}

/** How common each word is, and its English stem, in one round trip. */
export const lookUp = async (sql: Sql, queries: ReadonlyMap<string, string>) => {
  const keys = [...queries.keys()]
  const stemmed = keys.map((key) => queries.get(key) ?? '')
  const rows = await sql<
    { key: string; holding: number; stem_query: string; stems: string; total: number }[]
  >`
    with current as (select id, document_count from search_generations where state = 'current'),
    asked as (
      select key, key::tsquery as words, plainto_tsquery('english', word) as stem_query,
        to_json(coalesce(ts_lexize('english_stem', word), '{}'))::text as stems
      from unnest(${keys}::text[], ${stemmed}::text[]) as t(key, word)
    )
    select key, stem_query::text, stems, current.document_count as total,
      (select count(*)::int from search_documents d
       where d.generation = current.id and (d.words @@ asked.words or d.stems @@ asked.stem_query)) as holding
    from asked, current`
  const known = new Map<string, Known>()
  for (const { key, holding, stem_query, stems } of rows) {
    known.set(key, { holding, stemQuery: stem_query, stems: JSON.parse(stems) as string[] })
  }
  return { known, total: rows[0]?.total ?? 0 }
}

interface Lexicon {
  holding(query: string): number
  /** How much it tells to find it. */
  rarity(query: string): number
  stemQuery(query: string): string
  stems(query: string): string[]
}

const lexiconOf = async (sql: Sql, query: ParsedQuery): Promise<Lexicon> => {
  const asked = new Map<string, string>()
  for (const part of query.words.flatMap(subwords)) asked.set(quoteLexeme(part), '')
  for (const word of query.words) asked.set(quoteLexeme(word), isLatin(word) ? word : '')
  if (query.openWord) asked.set(prefixQuery(query.openWord), '')
  const { known, total } = await lookUp(sql, asked)
  const holding = (text: string): number => known.get(text)?.holding ?? 0
  return {
    holding,
    rarity: (text) => rarity(holding(text), total),
    stemQuery: (text) => known.get(text)?.stemQuery ?? '',
    stems: (text) => known.get(text)?.stems ?? [],
  }
}

const corrections = (sql: Sql, query: ParsedQuery, lexicon: Lexicon): Promise<Map<string, string[]>> => {
  const unknown = (text: string): boolean => lexicon.holding(text) === 0
  const misspelt = query.words.filter(
    (word) =>
      isLatin(word) && unknown(quoteLexeme(word)) && (word !== query.openWord || unknown(prefixQuery(word))),
  )
  return similarWords(sql, misspelt)
}

/** The ways one word of the query may be found: itself, as a beginning, spelt rightly, in part. */
const waysOf = (word: string, open: boolean, similar: readonly string[], lexicon: Lexicon) => {
  const exact = quoteLexeme(word)
  const weight = lexicon.rarity(exact)
  const isKnown = lexicon.holding(exact) > 0
  const stems = lexicon.stemQuery(exact)
  const whole: Term[] = [{ words: exact, stems, weight, coverage: isKnown ? weight : 0 }]
  if (open) {
    const prefix = prefixQuery(word)
    const rare = lexicon.rarity(prefix)
    // A beginning no document has cannot be asked of any: the parts of the word must do.
    const coverage = isKnown || lexicon.holding(prefix) === 0 ? 0 : rare
    whole.push({ words: prefix, stems: '', weight: PREFIX_WEIGHT * rare, coverage })
  }
  if (similar.length > 0) {
    const words = anyOf(similar.map(quoteLexeme))
    whole.push({ words, stems: '', weight: TYPO_WEIGHT * weight, coverage: weight })
  }
  const inner = subwords(word).map((part): Term => {
    const rare = SUBWORD_WEIGHT * lexicon.rarity(quoteLexeme(part))
    return { words: quoteLexeme(part), stems: '', weight: rare, coverage: rare }
  })
  const required: Requirement = { words: anyOf(whole.map((term) => term.words)), stems }
  return { required, terms: [...whole, ...inner] }
}

const togetherOf = (words: readonly string[], lexicon: Lexicon): Term => {
  const joint = words.reduce((sum, word) => sum + lexicon.rarity(quoteLexeme(word)), 0)
  return { words: phraseQuery(words), stems: '', weight: ADJACENCY_WEIGHT * joint, coverage: 0 }
}

/** Everything the query may stand for, weighed by how rare it is. */
export const termsOf = async (sql: Sql, query: ParsedQuery): Promise<Terms> => {
  const lexicon = await lexiconOf(sql, query)
  const corrected = await corrections(sql, query, lexicon)
  const ways = query.words.map((word) =>
    waysOf(word, word === query.openWord, corrected.get(word) ?? [], lexicon),
  )
  const together = [...query.runs, ...query.phrases.filter((phrase) => phrase.length > 1)]
  return {
    terms: [...ways.flatMap((way) => way.terms), ...together.map((words) => togetherOf(words, lexicon))],
    required: ways.map((way) => way.required),
    phrases: query.phrases.map(phraseQuery),
    excluded: query.excluded.map(phraseQuery),
    stems: query.words.flatMap((word) => lexicon.stems(quoteLexeme(word))),
    corrections: [...corrected.values()].flat(),
  }
}
