import { addDays, addMonths, isCalendarDate } from '@market/domain'

/** What the explorer's address asks, in the words of the API. */
export interface Question {
  view: string
  by: string
  from: string | null
  to: string | null
  /** The day at whose end the register is read; null: now. */
  knownOn: string | null
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** A month or a day as typed; a month begins with its first day. What is neither is left for the API to refuse. */
const startOf = (typed: string): string => (MONTH.test(typed) ? `${typed}-01` : typed)
const endOf = (typed: string): string =>
  MONTH.test(typed) ? addDays(addMonths(`${typed}-01`, 1), -1) : typed

const given = (params: URLSearchParams, name: string): string | null => params.get(name)?.trim() || null

export function readQuestion(params: URLSearchParams): Question {
  const from = given(params, 'from')
  const to = given(params, 'to')
  const knownOn = given(params, 'knownOn')
  return {
    view: given(params, 'view') ?? 'registered',
    by: given(params, 'by') ?? 'type',
    from: from && startOf(from),
    to: to && endOf(to),
    knownOn: knownOn !== null && isCalendarDate(knownOn) ? knownOn : null,
  }
}

/** The last instant of a day in Beijing. */
const endOfDay = (day: string): string => `${day}T23:59:59.999+08:00`

/** Query of /api/turnover that the question asks. */
export function apiQuery({ view, by, from, to, knownOn }: Question): Record<string, string | null> {
  return { view, by, from, to, asKnownAt: knownOn && endOfDay(knownOn) }
}

/** The same question with one thing changed, as an address of the explorer. */
export function explorerPath(question: Partial<Question>): string {
  return addressOf('/turnover/views', question)
}

/** The same answer as a table for spreadsheets. */
export const csvPath = (question: Question): string => addressOf('/turnover/views.csv', question)

function addressOf(path: string, question: Partial<Question>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) if (value) query.set(name, value)
  return query.size === 0 ? path : `${path}?${query}`
}
