import type { RightEventKind, RightKind, RightSource } from '../codes/index.ts'
import type { CalendarDate, FieldProblem } from '../index.ts'
import { isPatentKind } from '../listings/index.ts'

/** One entry of a right's legal history. */
export interface RightEvent {
  id: string
  kind: RightEventKind
  occurredOn: CalendarDate
  source: RightSource
  /** The day somebody last looked it up at the source. */
  checkedOn: CalendarDate
  /** Pledgee, licensee, new owner or court, where the kind has one. */
  party: string
  /** Number of the notice, filing or gazette; and words. */
  reference: string
  /** Days of a term compensation. */
  days: number | null
  /** The patent year a fee was paid for. */
  patentYear: number | null
  /** The entry this one takes the place of. */
  correctsId: string | null
}

const PATENT_ONLY: readonly RightEventKind[] = [
  'invalidation',
  'term_compensation',
  'open_licence',
  'open_licence_withdrawal',
  'compulsory_licence',
  'fee_paid',
]
const NEEDS_PARTY: readonly RightEventKind[] = ['pledge', 'preservation', 'transfer']
const MAX_COMPENSATION_DAYS = 5 * 366
const MAX_PATENT_YEAR = 25

const isWithin = (value: number | null, max: number): boolean =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= max

const dateProblems = (event: RightEvent, filedOn: CalendarDate | null, today: CalendarDate) => {
  const problems: FieldProblem[] = []
  if (event.occurredOn > today) problems.push({ path: 'occurredOn', code: 'right_event.in_future' })
  if (event.checkedOn > today) problems.push({ path: 'checkedOn', code: 'right_event.in_future' })
  if (event.checkedOn < event.occurredOn) {
    problems.push({ path: 'checkedOn', code: 'right_event.checked_before' })
  }
  if (filedOn !== null && event.occurredOn < filedOn) {
    problems.push({ path: 'occurredOn', code: 'right_event.before_filing', params: { filedOn } })
  }
  return problems
}

/** What keeps an event from being entered; `right` is the one it is about. */
export const rightEventProblems = (
  event: RightEvent,
  right: { kind: RightKind; filedOn: CalendarDate | null },
  today: CalendarDate,
): FieldProblem[] => {
  const problems = dateProblems(event, right.filedOn, today)
  if (PATENT_ONLY.includes(event.kind) && !isPatentKind(right.kind)) {
    problems.push({ path: 'kind', code: 'right_event.patents_only' })
  }
  if (NEEDS_PARTY.includes(event.kind) && event.party.trim() === '') {
    problems.push({ path: 'party', code: 'field.required' })
  }
  if (event.kind === 'term_compensation' && !isWithin(event.days, MAX_COMPENSATION_DAYS)) {
    problems.push({ path: 'days', code: 'right_event.days_out_of_range' })
  }
  if (event.kind === 'fee_paid' && !isWithin(event.patentYear, MAX_PATENT_YEAR)) {
    problems.push({ path: 'patentYear', code: 'right_event.year_out_of_range' })
  }
  if (event.kind === 'note' && event.correctsId === null) {
    problems.push({ path: 'correctsId', code: 'field.required' })
  }
  return problems
}

/** The entries that count, in order of what happened: those that were corrected are left out. */
export const standingEvents = (events: readonly RightEvent[]): RightEvent[] => {
  const corrected = new Set(events.map(({ correctsId }) => correctsId))
  return events
    .filter(({ id, kind }) => !corrected.has(id) && kind !== 'note')
    .toSorted((left, right) =>
      left.occurredOn === right.occurredOn
        ? left.id.localeCompare(right.id)
        : left.occurredOn.localeCompare(right.occurredOn),
    )
}
