import { pinyin } from 'pinyin-pro'

export interface Pinyin {
  /** shimoxi */
  full: string
  /** smx */
  initials: string
}

const LONGEST = 8
const isHan = (word: string): boolean => /^\p{Script=Han}+$/u.test(word)

/** How a Chinese word is typed in Latin letters; null for any other. */
export const pinyinOf = (word: string): Pinyin | null => {
  if (!isHan(word) || word.length < 2 || word.length > LONGEST) return null
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') }
}

const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)'
const SPELT_OUT = new RegExp(`^(?:${SYLLABLE}){2,}$`)
/** No vowel among them, so that hardly an English word is taken for initials. */
const INITIALS = /^[bpmfdtnlgkhjqxrzcsyw]{3,}$/

/** Whether letters can be read as Chinese without knowing which words there are: syllables, or three initials and more. */
export const readsAsPinyin = (letters: string): boolean => SPELT_OUT.test(letters) || INITIALS.test(letters)

const MOST_LETTERS = 30
const LEAST_LETTERS = 2

/** What is typed may be pinyin: letters alone, spaces between syllables left out. */
export const pinyinTyped = (words: readonly string[]): string | null => {
  const letters = words.join('')
  const fits = letters.length >= LEAST_LETTERS && letters.length <= MOST_LETTERS
  return fits && words.every((word) => /^[a-z]+$/.test(word)) ? letters : null
}

const SYLLABLES = new RegExp(`^(?:${SYLLABLE})+$`)

/** The letters of syllables typed apart ('shi mo xi'); null for any other words. */
export const pinyinSpaced = (words: readonly string[]): string | null =>
  words.length > 1 && words.every((word) => SYLLABLES.test(word)) ? pinyinTyped(words) : null

/** Every piece of what was typed that may be a word of its own. */
export const piecesOf = (letters: string): string[] => {
  const pieces: string[] = []
  for (let from = 0; from < letters.length; from += 1)
    for (let to = from + LEAST_LETTERS; to <= Math.min(letters.length, from + 24); to += 1)
      pieces.push(letters.slice(from, to))
  return [...new Set(pieces)]
}

/**
 * The fewest pieces, each known, that make up what was typed; null when none do. The last may be a beginning.
 */
export const cutPinyin = (
  letters: string,
  isKnown: (piece: string, last: boolean) => boolean,
): string[] | null => {
  const best: (string[] | null)[] = [[]]
  for (let to = 1; to <= letters.length; to += 1) {
    let shortest: string[] | null = null
    for (let from = 0; from < to; from += 1) {
      const before = best[from]
      const piece = letters.slice(from, to)
      if (!before || piece.length < LEAST_LETTERS || !isKnown(piece, to === letters.length)) continue
      if (!shortest || before.length + 1 < shortest.length) shortest = [...before, piece]
    }
    best.push(shortest)
  }
  return best[letters.length] ?? null
}
