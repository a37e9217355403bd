import { type CodeList, isCodeOf } from '../codes/index.ts'
import { type CalendarDate, type Fen, isCalendarDate, parseYuanToFen } from '../index.ts'
import type { TableCell } from './table-cell.ts'

/** A leading apostrophe keeps a spreadsheet from running a text that looks like a formula; it is not part of the text. */
const FORMULA_LIKE = /^'*[=+\-@＝＋－＠\t\r\n]/

export const protectText = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text)
const unprotectText = (text: string): string =>
  text.startsWith("'") && FORMULA_LIKE.test(text) ? text.slice(1) : text

/** The text of a cell without the spaces around it; empty for an empty cell. */
export const textOfCell = (cell: TableCell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return unprotectText(String(cell).trim())
}

/** Names a person may have typed with other widths, spaces or brackets. */
const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** The code a cell means: itself, or its name in Chinese or English; null when it means none. */
export const codeOfCell = <Code extends string>(
  cell: TableCell | undefined,
  list: CodeList<Code>,
): Code | null => {
  const typed = textOfCell(cell)
  if (isCodeOf(list, typed)) return typed
  const wanted = comparable(typed)
  // A spreadsheet drops the zero before a code it takes for a number.
  const padded = typeof cell === 'number' ? [typed.padStart(2, '0'), typed.padStart(3, '0'), `0${typed}`] : []
  return (
    list.find(
      ({ code, zh, en }) =>
        padded.includes(code) || [code, zh, en].some((name) => comparable(name) === wanted),
    )?.code ?? null
  )
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/

/** A day as spreadsheets and people write it; null when it is none. */
export const dateOfCell = (cell: TableCell | undefined): CalendarDate | null => {
  const match = DATE.exec(textOfCell(cell).normalize('NFKC')) ?? COMPACT_DATE.exec(textOfCell(cell))
  if (!match) return null
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

/** Yuan in text or number, to the fen; null when it is none, or finer. */
export const amountOfCell = (cell: TableCell | undefined): Fen | null =>
  typeof cell === 'number' && !Number.isFinite(cell) ? null : parseYuanToFen(textOfCell(cell))

const YES = ['是', 'y', 'yes', 'true', '1']
const NO = ['否', 'n', 'no', 'false', '0', '']

export const yesOrNoOfCell = (cell: TableCell | undefined): boolean | null => {
  const typed = comparable(textOfCell(cell))
  if (YES.includes(typed)) return true
  return NO.includes(typed) ? false : null
}
