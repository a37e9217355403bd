import { type FoundTerm, synonyms, termsIn } from '../terms/synonyms.ts'
import { nearestTo } from '../text/misspelling.ts'
import { segment, type Word } from '../text/segment.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { ParsedQuery } from './parse-query.ts'

/** What a word of a query may mean if no listing holds it: one that makes a term of the list, with its neighbours. */
export interface Respelling {
  /** As typed, with its place in the query. */
  word: Word
  spelling: string
  term: FoundTerm
  /** The words of the query, as typed, that the term stands for. */
  replaced: string[]
}

/** Letters alone: with one digit changed, it is another substance or device. */
const isSpelt = (word: string): boolean => /^\p{Script=Latin}+$/u.test(word)

/** Chinese is left uncut: nobody misspells it. */
const latinWords = (text: string): Word[] => segment(text, () => null)

const build = (): ReadonlySet<string> =>
  new Set(
    [...synonyms().keys()].flatMap((term) =>
      latinWords(term)
        .map(({ text }) => text)
        .filter((word) => isSpelt(word) && !isStopWord(word)),
    ),
  )

let termWords: ReadonlySet<string> | undefined
let candidates: { word: string }[] | undefined

/** Fewer letters begin words of every kind. */
const LEAST_BEGUN = 4
const MOST_MEANT = 3

/** The words of the term list that begin so, the shortest first. */
const begunBy = (text: string, words: ReadonlySet<string>): string[] =>
  text.length < LEAST_BEGUN
    ? []
    : [...words]
        .filter((word) => word.startsWith(text))
        .sort((a, b) => a.length - b.length)
        .slice(0, MOST_MEANT)

/** The words of the term list that a word may be the beginning of, while it is typed, or a misspelling; none for one of them. */
const spellingsOf = (text: string, isOpen: boolean): string[] => {
  termWords ??= build()
  candidates ??= [...termWords].map((word) => ({ word }))
  if (!isSpelt(text) || isStopWord(text) || termWords.has(text)) return []
  const begun = isOpen ? begunBy(text, termWords) : []
  return begun.length > 0 ? begun : nearestTo(text, candidates).map(({ word }) => word)
}

/** Each word of the query put in place of itself as the term list spells it, where that makes a term. */
export const respellingsIn = ({ rest, openWord }: ParsedQuery): Respelling[] => {
  const words = latinWords(rest)
  return words.flatMap((word) =>
    spellingsOf(word.text, word.text === openWord).flatMap((spelling) => {
      const longer = spelling.length - (word.end - word.start)
      const respelt = rest.slice(0, word.start) + spelling + rest.slice(word.end)
      const term = termsIn(respelt).find(({ start, end }) => start <= word.start && end >= word.end + longer)
      if (!term) return []
      const end = term.end - longer
      const replaced = words.filter((other) => other.start < end && other.end > term.start)
      return [{ word, spelling, term, replaced: replaced.map(({ text }) => text) }]
    }),
  )
}
