import type { CodeList } from '../../codes/index.ts'
import { type CalendarDate, type Fen, parseYuanToFen, visibleText } from '../../index.ts'
import { codeOfCell, textOfCell } from '../../tables/index.ts'
import { type DateForm, readDate } from './dates.ts'
import { type LimitedText, type ListingImportField, TEXT_LIMITS } from './fields.ts'
import { formulaFault } from './formulas.ts'
import { importError, importWarning, type ListingImportProblem } from './problems.ts'

/** What a file said in one row, by field. */
export type ImportedCells = Partial<Record<ListingImportField, string>>

const FULL_WIDTH = /[！-～　]/
const CHINESE = /\p{Script=Han}/u
const SEPARATORS = /[;；、|\n\r\t]+|,\s+|，/
const MAX_SHOWN = 120
const MAX_NAME = 120

const RANGE = /^([¥￥]?\s*[\d,.]+)\s*(?:(万元|万|元)\s*)?(?:-|–|—|~|～|至|到)+\s*([\d,.]+)\s*(万元|万|元)?$/
const MOST_FEN = 900_000_000_000_000

const fenOf = (typed: string, unit: 'yuan' | 'wan'): Fen | null => {
  const match = /^[¥￥]?\s*([\d,.]+)\s*(万元|万|元)?$/.exec(typed)
  const inWan = match?.[2]?.startsWith('万') ?? unit === 'wan'
  const yuan = parseYuanToFen(match?.[1] ?? '')
  const fen = yuan === null ? null : yuan * (inWan ? 10_000 : 1)
  return fen !== null && fen > 0 && fen <= MOST_FEN ? fen : null
}

export const isChinese = (text: string): boolean => CHINESE.test(text)

/** As much of a cell as a report shows. */
export const shown = (text: string): string =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text

/** The first characters of a text, never half of a pair. */
const cutTo = (text: string, max: number): string => {
  const cut = text.slice(0, max)
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trim()
}

export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(SEPARATORS)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

/** Reads the cells of one row; each problem is noted with the repair that the value returned already carries. */
export class RowReader {
  readonly problems: ListingImportProblem[] = []
  readonly #cells: ImportedCells
  readonly #today: CalendarDate
  readonly #read = new Map<ListingImportField, string>()

  constructor(cells: ImportedCells, today: CalendarDate) {
    this.#cells = cells
    this.#today = today
  }

  note(...problems: ListingImportProblem[]): void {
    this.problems.push(...problems)
  }

  /** The text without hidden characters; it is named when it had any. */
  raw(field: ListingImportField): string {
    const before = this.#read.get(field)
    if (before !== undefined) return before
    const typed = textOfCell(this.#cells[field])
    const clean = visibleText(typed).trim()
    if (clean !== typed) {
      this.note(
        importError(field, 'text.not_storable', { to: shown(clean), safe: true }, { found: shown(clean) }),
      )
    }
    const text = this.#withoutFormulas(field, clean)
    this.#read.set(field, text)
    return text
  }

  /** Cells of several columns stand in a line each. */
  #withoutFormulas(field: ListingImportField, text: string): string {
    const sound = text.split('\n').filter((line) => {
      const fault = formulaFault(line.trim())
      if (fault) this.note(importError(field, fault.code, 'clear', { found: shown(fault.found) }))
      return fault === null
    })
    return sound.join('\n').trim()
  }

  /** A code, number or day: its full-width characters are read as half width, and named. */
  half(field: ListingImportField): string {
    const typed = this.raw(field)
    if (!FULL_WIDTH.test(typed)) return typed
    const half = typed.normalize('NFKC').trim()
    this.note(importError(field, 'cell.full_width', { to: shown(half), safe: true }, { found: shown(typed) }))
    return half
  }

  limited(field: ListingImportField, text: string, max: number): string {
    if (text.length <= max) return text
    const cut = cutTo(text, max)
    this.note(
      importError(
        field,
        'text.too_long',
        { to: shown(cut) },
        { max, length: text.length, found: shown(text) },
      ),
    )
    return cut
  }

  /** A text in the language it is written in. */
  inLanguage(
    field: ListingImportField,
    limits: LimitedText,
    text = this.raw(field),
  ): { zh: string; en: string } {
    const { zh, en } = TEXT_LIMITS[limits]
    return isChinese(text)
      ? { zh: this.limited(field, text, zh), en: '' }
      : { zh: '', en: this.limited(field, text, en) }
  }

  names(field: ListingImportField, max: number): string[] {
    const names = listOf(this.raw(field)).map((name) => cutTo(name, MAX_NAME))
    if (names.length <= max) return names
    this.note(importError(field, 'list.too_many', { to: String(max) }, { max, found: names.length }))
    return names.slice(0, max)
  }

  code<Code extends string>(
    field: ListingImportField,
    list: CodeList<Code>,
    aliases: Readonly<Record<string, Code>> = {},
  ): Code | null {
    const typed = this.raw(field)
    return typed === '' ? null : this.codeOf(field, typed, list, aliases)
  }

  codeOf<Code extends string>(
    field: ListingImportField,
    typed: string,
    list: CodeList<Code>,
    aliases: Readonly<Record<string, Code>> = {},
  ): Code | null {
    const code = codeOfCell(typed, list) ?? aliases[typed.normalize('NFKC').toLowerCase().trim()] ?? null
    if (code === null) this.note(importError(field, 'code.unknown', 'clear', { found: shown(typed) }))
    return code
  }

  /** A day; whatever form it is in that is not the file's own is named. */
  date(field: ListingImportField, usual: DateForm): CalendarDate | null {
    const typed = this.half(field)
    if (typed === '') return null
    const found = shown(typed)
    const reading = readDate(typed)
    if (reading.kind === 'none') {
      this.note(importError(field, 'date.invalid', 'clear', { found }))
      return null
    }
    if (reading.kind === 'unclear') return this.#unclear(field, usual, reading, found)
    if (reading.kind === 'serial') {
      this.note(importError(field, 'date.as_serial', { to: reading.date }, { found }))
    } else if (reading.form !== usual || reading.withTime) {
      this.note(importError(field, 'date.other_form', { to: reading.date, safe: true }, { found }))
    }
    if (reading.date > this.#today) this.note(importWarning(field, 'date.future', { found: reading.date }))
    return reading.date
  }

  #unclear(
    field: ListingImportField,
    usual: DateForm,
    { asDmy, asMdy }: { asDmy: CalendarDate; asMdy: CalendarDate },
    found: string,
  ): CalendarDate {
    if (usual === 'dmy') return asDmy
    if (usual === 'mdy') return asMdy
    this.note(importError(field, 'date.order_unclear', { to: asDmy }, { found }))
    return asDmy
  }

  /** The price and the highest price; '20–50万元' in the one cell is both. */
  amounts(unit: 'yuan' | 'wan'): [low: Fen | null, high: Fen | null] {
    const typed = this.half('price')
    const range = RANGE.exec(typed)
    if (range === null || this.raw('priceMax') !== '') {
      return [this.#amount('price', typed, unit), this.#amount('priceMax', this.half('priceMax'), unit)]
    }
    const [, low = '', lowUnit, high = '', highUnit = ''] = range
    const ends = [`${low}${lowUnit ?? highUnit}`, `${high}${highUnit}`]
    const [from = null, to = null] = ends.map((end) => fenOf(end, unit))
    if (from === null || to === null) return [this.#amount('price', typed, unit), null]
    return [from, to]
  }

  #amount(field: ListingImportField, typed: string, unit: 'yuan' | 'wan'): Fen | null {
    if (typed === '') return null
    const fen = fenOf(typed, unit)
    if (fen === null) this.note(importError(field, 'money.invalid', 'clear', { found: shown(typed) }))
    return fen
  }
}
