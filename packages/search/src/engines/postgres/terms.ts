import type { Sql } from 'postgres'
import type { ParsedQuery } from '../../query/parse-query.ts'
import { respellingsIn } from '../../query/respell.ts'
import {
  ADJACENCY_WEIGHT,
  PREFIX_WEIGHT,
  SUBWORD_WEIGHT,
  SYNONYM_WEIGHT,
  TYPO_WEIGHT,
} from '../../ranking.ts'
import { nameLexeme } from '../../terms/joint-names.ts'
import { termsIn } from '../../terms/synonyms.ts'
import { cutPinyin, piecesOf, pinyinTyped } from '../../text/pinyin.ts'
import { isLatin, segment, subwords } from '../../text/segment.ts'
import { lexemeOf, stemLexeme } from '../../text/stem.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { type Correction, similarWords } from './typos.ts'
import { allOf, anyOf, inTitle, not, phraseQuery, prefixQuery, quoteLexeme } from './vector.ts'

/** One thing to look for, in the text form of two tsqueries; an empty one finds nothing. */
export interface Term {
  words: string
  stems: string
  weight: number
  /** The part of the query that is answered when this is found; used to keep relaxed searches on the subject. */
  coverage: number
  /** Documents that hold it, at most. */
  holding: number
}

/** A condition every strict hit fulfils. */
export interface Requirement {
  words: string
  /** The same of the titles. */
  titled: string
  holding: number
}

export interface Terms {
  lexicon: Lexicon
  terms: Term[]
  required: Requirement[]
  /** Quoted: fulfilled even by relaxed hits. */
  phrases: string[]
  excluded: string[]
  /** Stem lexemes of the Latin words and names, for marking hits. */
  stems: string[]
  /** Words the query also stands for: spelt rightly, in the other language, in characters. */
  alsoMeant: string[]
  /** The same, where it is several words that stand together. */
  alsoMeantTogether: string[][]
}

interface Alternative {
  lexeme: string
  words: string[]
  holding: number
}

const holdingOf = (lexicon: Lexicon, word: string): number =>
  Math.max(lexicon.holding(word), lexicon.holding(lexemeOf(word)))

const wordsOf = (text: string): string[] => segment(text).map((word) => word.text)

/** The other names of the terms in the query, each with the words of the query it stands for. */
export const namesIn = (query: ParsedQuery) => {
  const words = segment(query.rest)
  return termsIn(query.rest).flatMap(({ term, start, end, others }) => {
    const replaced = words.filter((word) => word.start < end && word.end > start)
    const aligned = words.some((word) => word.start === start) && words.some((word) => word.end === end)
    // A term of one character inside a longer word is not that term.
    if (term.length === 1 && !aligned) return []
    return [
      {
        replaced: replaced.map((word) => word.text),
        others: others.map(wordsOf),
      },
    ]
  })
}
export type Names = ReturnType<typeof namesIn>

/** The names, right ones first, of terms in which the query misspells a word; meant only if no listing holds that word. */
const namesIfMisspelt = (query: ParsedQuery) =>
  respellingsIn(query).map(({ word, term, replaced }) => ({
    misspelt: word.text,
    replaced,
    others: [term.term, ...term.others].map(wordsOf),
  }))

/** Names as written and as meant; as anywhere, no term inside another. */
const allNames = (written: Names, meant: Names): Names => [
  ...written.filter(
    (name) => !meant.some(({ replaced }) => name.replaced.every((word) => replaced.includes(word))),
  ),
  ...meant,
]

const lexemesOf = (query: ParsedQuery, names: Names): string[] => {
  const words = [
    ...query.words,
    ...query.words.flatMap(subwords),
    ...names.flatMap(({ others }) => others.flat()),
  ]
  const joint = names.flatMap(({ others }) => others.map(nameLexeme))
  return [...words.flatMap((word) => [word, lexemeOf(word)]), ...joint]
}

/** What a word of the query is also called, each once: the words of a name, and the lexeme that finds them together. */
export const namesFor = (word: string, names: Names): { lexeme: string; words: string[] }[] => {
  const others = names
    .filter(({ replaced }) => replaced.includes(word))
    .flatMap((name) => name.others)
    .map((words) => ({ lexeme: nameLexeme(words), words }))
  return [...new Map(others.map((name) => [name.lexeme, name])).values()]
}

const alternativesFor = (word: string, names: Names, lexicon: Lexicon): Alternative[] =>
  namesFor(word, names)
    .map(({ lexeme, words }) => ({
      lexeme,
      words,
      holding:
        words.length > 1
          ? lexicon.holding(lexeme)
          : Math.max(...words.map((part) => holdingOf(lexicon, part))),
    }))
    .filter(({ holding }) => holding > 0)

const anyLexeme = (lexemes: readonly string[]): string => anyOf(lexemes.map(quoteLexeme))

const requirementOf = (lexemes: readonly string[], holding: number): Requirement => ({
  words: anyLexeme(lexemes),
  titled: anyLexeme(lexemes.map(inTitle)),
  holding,
})

const sumOf = (parts: readonly { holding: number }[]): number =>
  parts.reduce((sum, { holding }) => sum + holding, 0)

/** The ways one word of the query may be found: itself, as a beginning, spelt rightly, by another name, in part. */
const waysOf = (
  word: string,
  query: ParsedQuery,
  similar: readonly Correction[],
  names: Names,
  lexicon: Lexicon,
) => {
  const exact = quoteLexeme(word)
  const stem = stemLexeme(word)
  const holding = holdingOf(lexicon, word)
  const weight = lexicon.rarityOf(holding)
  const stems = stem === null ? '' : quoteLexeme(stem)
  const whole: Term[] = [{ words: exact, stems, weight, coverage: holding > 0 ? weight : 0, holding }]
  const open = word === query.openWord ? lexicon.completions : []
  const found = stem === null ? [word] : [word, stem]
  if (open.length > 0) {
    const all = sumOf(open)
    const rare = lexicon.rarityOf(all)
    whole.push({
      words: prefixQuery(word),
      stems: '',
      weight: PREFIX_WEIGHT * rare,
      coverage: holding > 0 ? 0 : rare,
      holding: all,
    })
    found.push(...open.map((completion) => completion.word))
  }
  if (similar.length > 0) {
    const meant = similar.map((correction) => correction.word)
    whole.push({
      words: anyLexeme(meant),
      stems: '',
      weight: TYPO_WEIGHT * weight,
      coverage: weight,
      holding: sumOf(similar),
    })
    found.push(...meant)
  }
  const alternatives = alternativesFor(word, names, lexicon)
  if (alternatives.length > 0) {
    const all = sumOf(alternatives)
    const rare = lexicon.rarityOf(Math.max(all, holding))
    const others = alternatives.map(({ lexeme }) => lexeme)
    whole.push({
      words: anyLexeme(others),
      stems: '',
      weight: SYNONYM_WEIGHT * rare,
      coverage: holding > 0 ? 0 : rare,
      holding: all,
    })
    found.push(...others)
  }
  const inner = subwords(word).map((part): Term => {
    const rare = SUBWORD_WEIGHT * lexicon.rarity(part)
    return {
      words: quoteLexeme(part),
      stems: '',
      weight: rare,
      coverage: rare,
      holding: lexicon.holding(part),
    }
  })
  return { required: requirementOf(found, sumOf(whole)), terms: [...whole, ...inner], alternatives }
}

const togetherOf = (words: readonly string[], lexicon: Lexicon): Term => {
  const joint = words.reduce((sum, word) => sum + lexicon.rarity(word), 0)
  // Never alone a reason to look at a document: its words are.
  return {
    words: phraseQuery(words),
    stems: '',
    weight: ADJACENCY_WEIGHT * joint,
    coverage: 0,
    holding: Number.POSITIVE_INFINITY,
  }
}

const MOST_READINGS = 6

/** What was typed in Latin letters as Chinese words of titles, piece by piece; none when some piece is no pinyin. */
const readings = (letters: string, lexicon: Lexicon): { word: string; holding: number }[][] => {
  const of = (piece: string, last: boolean) =>
    lexicon.typed.filter(
      ({ pinyin, initials }) =>
        pinyin === piece || initials === piece || (last && piece.length >= 4 && pinyin.startsWith(piece)),
    )
  const pieces = cutPinyin(letters, (piece, last) => of(piece, last).length > 0)
  return (pieces ?? []).map((piece, i) => of(piece, i === (pieces ?? []).length - 1).slice(0, MOST_READINGS))
}

const misspeltIn = (query: ParsedQuery, lexicon: Lexicon): string[] =>
  query.words.filter(
    (word) =>
      isLatin(word) &&
      holdingOf(lexicon, word) === 0 &&
      (word !== query.openWord || lexicon.completions.length === 0),
  )

const pinyinTerms = (read: ReturnType<typeof readings>, lexicon: Lexicon): Term[] =>
  read.map((words) => {
    const holding = sumOf(words)
    const weight = lexicon.rarityOf(holding)
    return {
      words: anyLexeme(words.map(({ word }) => word)),
      stems: '',
      weight,
      coverage: weight,
      holding,
    }
  })

/** Everything the query may stand for, weighed by how rare it is; null while there is no index. */
export const termsOf = async (sql: Sql, query: ParsedQuery): Promise<Terms | null> => {
  const written = namesIn(query)
  const ifMisspelt = namesIfMisspelt(query)
  const letters = pinyinTyped(query.words)
  const pinyin = letters === null ? null : { letters, pieces: piecesOf(letters) }
  const lexemes = lexemesOf(query, [...written, ...ifMisspelt])
  const lexicon = await lexiconOf(sql, { lexemes, openWord: query.openWord, pinyin })
  if (!lexicon) return null
  const phrases = query.phrases.map(phraseQuery)
  const excluded = query.excluded.map(phraseQuery)
  const misspelt = misspeltIn(query, lexicon)
  const read = letters !== null && misspelt.length > 0 ? readings(letters, lexicon) : []
  if (read.length > 0) {
    const terms = pinyinTerms(read, lexicon)
    const required = read.map((words) =>
      requirementOf(
        words.map(({ word }) => word),
        sumOf(words),
      ),
    )
    const alsoMeant = read.flat().map(({ word }) => word)
    return { lexicon, terms, required, phrases, excluded, stems: [], alsoMeant, alsoMeantTogether: [] }
  }
  const meant = ifMisspelt.filter((name) => misspelt.includes(name.misspelt))
  const names = allNames(written, meant)
  const corrected = await similarWords(sql, lexicon.generation.id, misspelt)
  const ways = query.words.map((word) => waysOf(word, query, corrected.get(word) ?? [], names, lexicon))
  const together = [...query.runs, ...query.phrases.filter((phrase) => phrase.length > 1)]
  const alternatives = ways.flatMap((way) => way.alternatives)
  const singleNames = alternatives.filter(({ words }) => words.length === 1).flatMap(({ words }) => words)
  return {
    lexicon,
    terms: [...ways.flatMap((way) => way.terms), ...together.map((words) => togetherOf(words, lexicon))],
    required: ways.map((way) => way.required),
    phrases,
    excluded,
    stems: [...query.words, ...singleNames].map(stemLexeme).filter((stem) => stem !== null),
    alsoMeant: [...[...corrected.values()].flat().map(({ word }) => word), ...singleNames],
    alsoMeantTogether: alternatives.filter(({ words }) => words.length > 1).map(({ words }) => words),
  }
}

const besides = ({ phrases, excluded }: Terms): string[] => [...phrases, ...excluded.map(not)]

/** The strict condition as one tsquery; empty when nothing but exclusions or nothing at all is asked. */
export const strictQuery = (terms: Terms): string =>
  allOf([...terms.required.map(({ words }) => words), ...besides(terms)])

/** The same with every word in the title. */
export const strictTitleQuery = (terms: Terms): string =>
  terms.required.length === 0 ? '' : allOf([...terms.required.map(({ titled }) => titled), ...besides(terms)])
