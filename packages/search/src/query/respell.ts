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

/** The words of the term list that a word may be a misspelling of; none for one of them. */
const spellingsOf = (text: string): string[] => {
  termWords ??= build()
  candidates ??= [...termWords].map((word) => ({ word }))
  if (!isSpelt(text) || isStopWord(text) || termWords.has(text)) return []
  return nearestTo(text, candidates).map(({ word }) => word)
}

/** Each word of the query put in place of itself as the term list spells it, where that makes a term. */
export const respellingsIn = ({ rest }: ParsedQuery): Respelling[] => {
  const words = latinWords(rest)
  return words.flatMap((word) =>
    spellingsOf(word.text).flatMap((spelling) => {
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
