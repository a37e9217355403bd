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

type Spelling = readonly [term: string, others: readonly string[]]

/** What is looked for in a text, with its other names: the terms, and the plurals of the English ones. */
export const spellings = (): Spelling[] => {
  const known = synonyms()
  const plurals = [...known].flatMap(([term, others]) =>
    pluralOf(term)
      .filter((plural) => !known.has(plural))
      .map((plural): Spelling => [plural, others]),
  )
  return [...known, ...plurals]
}

/** Enough of a term that few begin alike. */
const BEGINNING = 2

let byBeginning: ReadonlyMap<string, Spelling[]> | undefined

/** The terms that stand at a place of a text, of whatever length. */
const termsAt = (text: string, start: number): FoundTerm[] => {
  byBeginning ??= Map.groupBy(spellings(), ([term]) => term.slice(0, BEGINNING))
  const found: FoundTerm[] = []
  for (let length = 1; length <= BEGINNING; length += 1)
    for (const [term, others] of byBeginning.get(text.slice(start, start + length)) ?? [])
      if (text.startsWith(term, start))
        found.push({ term, start, end: start + term.length, others: [...others] })
  return found
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character)

const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[a-z0-9]/.test(text[start] ?? '') || (!isWordCharacter(text[start - 1]) && !isWordCharacter(text[end]))

/** The terms in a folded text at each of their places, the longest first; none inside another. */
export const termsIn = (text: string): FoundTerm[] => {
  const found: FoundTerm[] = []
  const met = Array.from({ length: text.length }, (_, start) => start).flatMap((start) =>
    termsAt(text, start),
  )
  for (const term of met.sort((a, b) => b.term.length - a.term.length)) {
    if (!standsAlone(text, term.start, term.end)) continue
    if (found.some((other) => term.start < other.end && term.end > other.start)) continue
    found.push(term)
  }
  return found
}
