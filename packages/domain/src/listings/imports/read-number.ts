import type { RightKind } from '../../codes/index.ts'
import { parsePatentNumber } from '../../identifiers/index.ts'
import { importError, importWarning } from './problems.ts'
import { type RowReader, shown } from './row-reader.ts'

export interface ImportedNumber {
  value: string
  kind: RightKind
  year: number
  /** 'ZL' stands before numbers of granted patents alone. */
  granted: boolean
}

// A spreadsheet that took the number for a figure, and what is left of it once it is written out again.
const AS_FIGURE = /^\d(\.\d+)?E\+?\d+$|^\d{4,5}0{7,}(\.0+)?$/i
const ORDINARY = /^(ZL|CN)?[\dX.]+$/

/** A Chinese patent or application number in its plain form; a repair that is needed is noted with what it gives. */
export const readImportedNumber = (
  reader: RowReader,
  publication: ImportedPublication | null,
): ImportedNumber | null => {
  const typed = reader.half('number')
  if (typed === '') return null
  const found = shown(typed)
  if (AS_FIGURE.test(typed)) {
    reader.note(importError('number', 'number.lost_digits', 'clear', { found }))
    return null
  }
  const parsed = parsePatentNumber(typed)
  const granted = /^\s*zl/i.test(typed)
  if (parsed.ok) {
    const { value, kind, year } = parsed
    if (!ORDINARY.test(typed) || typed.replace(/^(ZL|CN)/, '') !== value) {
      reader.note(importError('number', 'number.other_form', { to: value, safe: true }, { found }))
    }
    return { value, kind, year, granted }
  }
  return plainPublication(typed) === publication?.value ? null : repaired(reader, typed, granted)
}

const CODES = {
  'patent_number.wrong_check_digit': 'number.wrong_check_digit',
  'patent_number.check_digit_missing': 'number.check_digit_missing',
} as const

/** With the check digit it should have; what is no Chinese number at all is left out. */
const repaired = (reader: RowReader, typed: string, granted: boolean): ImportedNumber | null => {
  const result = parsePatentNumber(typed)
  if (result.ok) return null
  const { code, position, expected } = result
  const params = { found: shown(typed), position, expected }
  const known = code in CODES ? CODES[code as keyof typeof CODES] : null
  if (known !== null) {
    const chars = [...typed]
    const mended = `${chars.slice(0, position - 1).join('')}${expected}`
    const again = parsePatentNumber(mended)
    if (again.ok) {
      reader.note(importError('number', known, { to: again.value }, params))
      return { value: again.value, kind: again.kind, year: again.year, granted }
    }
  }
  reader.note(importError('number', 'number.not_chinese', 'clear', params))
  return null
}

export interface ImportedPublication {
  value: string
  /** By its letter; null where that tells nothing. */
  kind: RightKind | null
  granted: boolean
}

const PUBLICATION = /^([A-Z]{2})([A-Z]?\d{4,14})([A-Z]\d?)?$/
const LETTERS: Readonly<Record<string, { kind: RightKind; granted: boolean }>> = {
  A: { kind: 'invention_patent', granted: false },
  B: { kind: 'invention_patent', granted: true },
  C: { kind: 'invention_patent', granted: true },
  U: { kind: 'utility_model', granted: true },
  Y: { kind: 'utility_model', granted: true },
  S: { kind: 'design_patent', granted: true },
  D: { kind: 'design_patent', granted: true },
}

const plainPublication = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.,\-/]/g, '')

const publicationOf = (plain: string): ImportedPublication | null => {
  const match = PUBLICATION.exec(plain)
  if (!match) return null
  const letter = match[1] === 'CN' ? LETTERS[match[3]?.charAt(0) ?? ''] : undefined
  return { value: plain, kind: letter?.kind ?? null, granted: letter?.granted ?? false }
}

// Its last letter tells it from an application number; an X there is a check digit.
const SURELY_PUBLICATION = /^(?!ZL)[A-Z]{2}.*\d[A-WYZ]\d?$/

/** One that stands where the number of the right is looked for, as those of other countries do. */
const publicationAsNumber = (reader: RowReader): ImportedPublication | null => {
  const typed = reader.raw('number').normalize('NFKC')
  const plain = plainPublication(typed)
  const publication = SURELY_PUBLICATION.test(plain) ? publicationOf(plain) : null
  if (publication) reader.note(importWarning('number', 'number.is_publication', { found: shown(typed) }))
  return publication
}

/** The number under which a patent was published; its letter tells kind and standing of a Chinese one. */
export const readImportedPublication = (reader: RowReader): ImportedPublication | null => {
  const typed = reader.half('publicationNumber')
  if (typed === '') return publicationAsNumber(reader)
  const publication = publicationOf(plainPublication(typed))
  if (!publication)
    reader.note(importError('publicationNumber', 'publication.unreadable', 'clear', { found: shown(typed) }))
  return publication
}
