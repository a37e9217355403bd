import { refuse } from './refusal.ts'

/** A day in Asia/Shanghai, written YYYY-MM-DD. Strings of this shape sort by time. */
export type CalendarDate = string

const DAY_MS = 86_400_000
// China keeps one offset and has had no summer time since 1991, before any record here.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

interface Parts {
  year: number
  month: number
  day: number
}

const tryParts = (text: string): Parts | null => {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return { year, month, day }
}

const partsOf = (date: CalendarDate): Parts => {
  const parts = tryParts(date)
  if (!parts) throw refuse('invalid', 'date.malformed', { value: date })
  return parts
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
const write = ({ year, month, day }: Parts): CalendarDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
const utcMsOf = (date: CalendarDate): number => {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day)
}

/** Years a day may be stated in: terms and deadlines reckoned from it stay days of four digits. */
const STATED_YEARS = { first: 1900, last: 2999 }

/** True for an existing day of these centuries written YYYY-MM-DD (2023-02-29 is none). */
export const isCalendarDate = (value: unknown): value is CalendarDate => {
  const parts = typeof value === 'string' ? tryParts(value) : null
  return parts !== null && parts.year >= STATED_YEARS.first && parts.year <= STATED_YEARS.last
}

/** The day it is in Asia/Shanghai at this instant. */
export const shanghaiDateOf = (instant: Date): CalendarDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)

/** The minute it is in Asia/Shanghai at this instant, 'YYYY-MM-DD HH:MM'. */
export const shanghaiMinuteOf = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')

/** The instant at which this day begins in Asia/Shanghai. */
export const shanghaiMidnightOf = (date: CalendarDate): Date => new Date(utcMsOf(date) - SHANGHAI_OFFSET_MS)

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date(utcMsOf(date) + days * DAY_MS).toISOString().slice(0, 10)

/** Same day of a later (or earlier) month; the last day of that month where it is shorter. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return write({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12)

/** Negative when `left` is earlier, 0 when the same day, positive when later. */
export const compareDates = (left: CalendarDate, right: CalendarDate): number => {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((utcMsOf(to) - utcMsOf(from)) / DAY_MS)

export const yearOf = (date: CalendarDate): number => partsOf(date).year
export const monthOf = (date: CalendarDate): number => partsOf(date).month
