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
const lookUp = async (sql: Sql, queries: ReadonlyMap<string, string>) => {
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

/** Everything the query may stand for, weighed by how rare it is. */
export const termsOf = async (sql: Sql, query: ParsedQuery): Promise<Terms> => {
  const open = query.openWord
  const inner = new Map(query.words.map((word) => [word, subwords(word)]))
  const asked = new Map<string, string>()
  for (const word of query.words) asked.set(quoteLexeme(word), isLatin(word) ? word : '')
  for (const part of [...inner.values()].flat())
    if (!asked.has(quoteLexeme(part))) asked.set(quoteLexeme(part), '')
  if (open) asked.set(prefixQuery(open), '')
  const { known, total } = await lookUp(sql, asked)
  const holding = (key: string): number => known.get(key)?.holding ?? 0

  const misspelt = query.words.filter(
    (word) =>
      isLatin(word) &&
      holding(quoteLexeme(word)) === 0 &&
      (word !== open || holding(prefixQuery(word)) === 0),
  )
  const corrected = await similarWords(sql, misspelt)

  const terms: Term[] = []
  const required: Requirement[] = []
  for (const word of query.words) {
    const exact = quoteLexeme(word)
    const stems = known.get(exact)?.stemQuery ?? ''
    const ways = [exact]
    const weight = rarity(holding(exact), total)
    terms.push({ words: exact, stems, weight, coverage: holding(exact) > 0 ? weight : 0 })
    if (word === open) {
      const prefix = prefixQuery(word)
      ways.push(prefix)
      const rare = rarity(holding(prefix), total)
      terms.push({
        words: prefix,
        stems: '',
        weight: PREFIX_WEIGHT * rare,
        coverage: holding(exact) > 0 ? 0 : rare,
      })
    }
    const similar = (corrected.get(word) ?? []).map(quoteLexeme)
    if (similar.length > 0) {
      ways.push(...similar)
      terms.push({ words: anyOf(similar), stems: '', weight: TYPO_WEIGHT * weight, coverage: weight })
    }
    for (const part of inner.get(word) ?? []) {
      const rare = SUBWORD_WEIGHT * rarity(holding(quoteLexeme(part)), total)
      terms.push({ words: quoteLexeme(part), stems: '', weight: rare, coverage: rare })
    }
    required.push({ words: anyOf(ways), stems })
  }
  for (const run of [...query.runs, ...query.phrases.filter((phrase) => phrase.length > 1)]) {
    const joint = run.reduce((sum, word) => sum + rarity(holding(quoteLexeme(word)), total), 0)
    terms.push({ words: phraseQuery(run), stems: '', weight: ADJACENCY_WEIGHT * joint, coverage: 0 })
  }
  return {
    terms,
    required,
    phrases: query.phrases.map(phraseQuery),
    excluded: query.excluded.map(phraseQuery),
    stems: query.words.flatMap((word) => known.get(quoteLexeme(word))?.stems ?? []),
    corrections: [...corrected.values()].flat(),
  }
}
