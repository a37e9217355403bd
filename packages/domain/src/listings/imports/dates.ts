import { type CalendarDate, isCalendarDate } from '../../index.ts'

/** Forms in which files write days; one file mostly keeps to one of them. */
export const DATE_FORMS = ['iso', 'slash', 'dot', 'chinese', 'compact', 'dmy', 'mdy'] as const
export type DateForm = (typeof DATE_FORMS)[number]

const YEAR_FIRST: readonly [DateForm, RegExp][] = [
  ['iso', /^(\d{4})-(\d{1,2})-(\d{1,2})$/],
  ['slash', /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/],
  ['dot', /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/],
  ['chinese', /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/],
  ['compact', /^(\d{4})(\d{2})(\d{2})$/],
]
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const TIME_OF_DAY = /[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/
// No day with its time of day is longer, and a pattern that looks for an end everywhere takes long over a long text.
const LONGEST = 60
const SERIAL = /^\d{5}(\.0+)?$/
// 1954 to 2064: what else has five digits is no day of a patent.
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 60_000
const MS_PER_DAY = 86_400_000
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)

export type DateReading =
  | { kind: 'day'; date: CalendarDate; form: DateForm; withTime: boolean }
  | { kind: 'unclear'; asDmy: CalendarDate; asMdy: CalendarDate }
  | { kind: 'serial'; date: CalendarDate }
  | { kind: 'none' }

const dayOf = (year: string, month: string, day: string): CalendarDate | null => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

const readYearLast = (first: string, second: string, year: string, withTime: boolean): DateReading => {
  const asDmy = dayOf(year, second, first)
  const asMdy = dayOf(year, first, second)
  if (asDmy !== null && asMdy !== null && asDmy !== asMdy) return { kind: 'unclear', asDmy, asMdy }
  if (asDmy !== null) return { kind: 'day', date: asDmy, form: 'dmy', withTime }
  return asMdy === null ? { kind: 'none' } : { kind: 'day', date: asMdy, form: 'mdy', withTime }
}

/** A day as files write it, half width already; a serial number is the spreadsheet's own count of days. */
export const readDate = (typed: string): DateReading => {
  const whole = typed.trim()
  if (whole.length > LONGEST) return { kind: 'none' }
  const text = whole.replace(TIME_OF_DAY, '')
  const withTime = text !== whole
  for (const [form, pattern] of YEAR_FIRST) {
    const match = pattern.exec(text)
    if (!match) continue
    const date = dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '')
    return date === null ? { kind: 'none' } : { kind: 'day', date, form, withTime }
  }
  const last = YEAR_LAST.exec(text)
  if (last) return readYearLast(last[1] ?? '', last[2] ?? '', last[3] ?? '', withTime)
  const serial = Number(text)
  if (SERIAL.test(text) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    return { kind: 'serial', date: new Date(SERIAL_EPOCH + serial * MS_PER_DAY).toISOString().slice(0, 10) }
  }
  return { kind: 'none' }
}

/** The form most of these days are written in; null when none of them is a day. */
export const commonDateForm = (samples: readonly string[]): DateForm | null => {
  const counts = new Map<DateForm, number>()
  for (const sample of samples) {
    const reading = readDate(sample.normalize('NFKC'))
    if (reading.kind !== 'day') continue
    counts.set(reading.form, (counts.get(reading.form) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, left], [, right]) => right - left)
  return most?.[0] ?? null
}
