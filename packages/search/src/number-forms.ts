import { fold } from './text/fold.ts'

const APPLICATION = /^(?:19|20)\d{2}[12389]\d{7}[\dx]$/
const OLD_APPLICATION = /^[089]\d[12389]\d{5}[\dx]$/
const PUBLICATION = /^(cn\d{7,9})[a-z]\d?$/

/** Lower-case letters and digits only: no spaces, points, hyphens or full-width forms. */
const compact = (number: string): string => fold(number).replaceAll(/[^a-z0-9]/g, '')

/**
 * Every form in which one number is written: with and without its office prefix (ZL, CN), its check digit and
 * its kind code. Two numbers are the same when they share a form.
 */
export const numberForms = (number: string): string[] => {
  const whole = compact(number)
  const bare = whole.replace(/^(?:zl|cn)(?=\d)/, '')
  const forms = new Set([whole, bare])
  if (APPLICATION.test(bare) || OLD_APPLICATION.test(bare)) forms.add(bare.slice(0, -1))
  const publication = PUBLICATION.exec(whole)?.[1]
  if (publication) forms.add(publication).add(publication.slice(2))
  return [...forms].filter((form) => form.length > 0)
}

// Written in groups ("ZL 2017 1 0601862.3"), a modern number still has a fixed shape: spaces may stand anywhere.
const SPACED =
  /(?<minus>(?<!\S)-(?=\S))?(?:zl|cn)?\s*(?:19|20)\s?\d\s?\d\s?[12389](?:\s?\d){7}(?:\s?[.]?\s?[\dx])?(?![\p{L}\p{N}])/gu
// As offices print a publication: "CN 114081026 A". Loose, its letters would be words to look for.
const PRINTED =
  /(?<minus>(?<!\S)-)?(?<![\p{L}\p{N}])cn[\s.-]*\d{7,9}(?:[\s.-]*[a-z]\d?)?(?!\.?[\p{L}\p{N}])/gu
const COMPACT = /(?<minus>(?<!\S)-)?(?<![\p{L}\p{N}])[a-z]{0,4}[\d][\da-z]*(?:[.-][\da-z]+)*/gu
const LEAST_DIGITS = 6

const digitsOf = (text: string): number => text.replaceAll(/\D/g, '').length

export interface ExtractedNumbers {
  /** Each in all its forms. */
  numbers: string[][]
  /** The same of those behind a minus sign. */
  excluded: string[][]
  rest: string
}

/** Takes the registered numbers out of a query; what is left are its words. */
export const extractNumbers = (text: string): ExtractedNumbers => {
  const numbers: string[][] = []
  const excluded: string[][] = []
  const take = (match: string, minus: string | undefined): string => {
    if (digitsOf(match) < LEAST_DIGITS) return match
    const forms = numberForms(match)
    ;(minus ? excluded : numbers).push(forms)
    return ' '
  }
  const rest = fold(text).replaceAll(SPACED, take).replaceAll(PRINTED, take).replaceAll(COMPACT, take)
  return { numbers, excluded, rest }
}
