import { segment } from '../text/segment.ts'
import { lexemeOf } from '../text/stem.ts'
import { synonyms } from './synonyms.ts'

const jointLexeme = (lexemes: readonly string[]): string => `+${lexemes.join(' ')}`

/** What finds a name of a term: its word, or for a name of several words one lexeme that stands for all of them. */
export const nameLexeme = (words: readonly string[]): string => {
  const lexemes = words.map(lexemeOf)
  return lexemes.length > 1 ? jointLexeme(lexemes) : (lexemes[0] ?? '')
}

const build = (): Map<string, string[][]> => {
  const names = [...synonyms().keys()]
    .map((term) => segment(term).map(({ text }) => lexemeOf(text)))
    .filter((lexemes) => lexemes.length > 1)
  return Map.groupBy(names, ([first = '']) => first)
}

let byFirst: Map<string, string[][]> | undefined

/**
 * The names of several words among the lexemes of a text, at the place where each begins. Indexed as one lexeme, since
 * a phrase in a query would have every text with its words unpacked to see whether they stand together.
 */
export const jointNamesIn = (
  lexemes: readonly (readonly [lexeme: string, position: number])[],
): [lexeme: string, position: number][] => {
  byFirst ??= build()
  const starts = lexemes.filter(([lexeme]) => byFirst?.has(lexeme))
  if (starts.length === 0) return []
  const at = Map.groupBy(lexemes, ([, position]) => position)
  const stands = (lexeme: string, position: number): boolean =>
    at.get(position)?.some(([other]) => other === lexeme) ?? false
  return starts.flatMap(([first, position]) =>
    (byFirst?.get(first) ?? [])
      .filter((name) => name.every((lexeme, i) => stands(lexeme, position + i)))
      .map((name): [string, number] => [jointLexeme(name), position]),
  )
}
