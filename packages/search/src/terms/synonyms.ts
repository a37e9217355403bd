import { fold } from '../text/fold.ts'
import { TERM_GROUPS } from './term-list.ts'

/** A term found in a text, with what else it is called. */
export interface FoundTerm {
  term: string
  start: number
  end: number
  others: string[]
}

const build = (): Map<string, string[]> => {
  const others = new Map<string, Set<string>>()
  for (const { zh, en } of TERM_GROUPS) {
    const words = [...zh, ...en].map(fold)
    for (const word of words) {
      const known = others.get(word) ?? new Set()
      for (const other of words) if (other !== word) known.add(other)
      others.set(word, known)
    }
  }
  return new Map([...others].map(([word, known]) => [word, [...known]]))
}

let dictionary: Map<string, string[]> | undefined
let longestFirst: [string, readonly string[]][] | undefined
/** Each term with the other words for it, in both languages. */
export const synonyms = (): ReadonlyMap<string, readonly string[]> => {
  dictionary ??= build()
  return dictionary
}

/** Whoever looks for coatings or lithium batteries means the term. None for Chinese, nor for what ends in a digit. */
const pluralOf = (term: string): string[] => {
  if (!/[a-z]$/.test(term)) return []
  if (/[^aeiou]y$/.test(term)) return [`${term.slice(0, -1)}ies`]
  return [/(?:[sx]|[cs]h)$/.test(term) ? `${term}es` : `${term}s`]
}

/** What is looked for in a text: the terms, and the plurals of the English ones. */
const spellings = (): [string, readonly string[]][] => {
  const known = synonyms()
  const plurals = [...known].flatMap(([term, others]) =>
    pluralOf(term)
      .filter((plural) => !known.has(plural))
      .map((plural): [string, readonly string[]] => [plural, others]),
  )
  return [...known, ...plurals].sort(([a], [b]) => b.length - a.length)
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character)

const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[a-z0-9]/.test(text[start] ?? '') || (!isWordCharacter(text[start - 1]) && !isWordCharacter(text[end]))

/** Every place of a term in a text, also where it runs over itself. */
function* placesOf(term: string, text: string): Generator<{ start: number; end: number }> {
  for (let start = text.indexOf(term); start >= 0; start = text.indexOf(term, start + 1))
    yield { start, end: start + term.length }
}

/** The terms in a folded text at each of their places, the longest first; none inside another. */
export const termsIn = (text: string): FoundTerm[] => {
  const found: FoundTerm[] = []
  longestFirst ??= spellings()
  for (const [term, others] of longestFirst) {
    for (const { start, end } of placesOf(term, text)) {
      if (!standsAlone(text, start, end)) continue
      if (found.some((other) => start < other.end && end > other.start)) continue
      found.push({ term, start, end, others: [...others] })
    }
  }
  return found
}
