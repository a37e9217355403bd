import { addMonths, type CalendarDate, type FieldProblem } from '../index.ts'

/** Use first, pay later (先使用后付费): the licensee uses the technology at once and owes nothing for some months. */
export interface UseFirst {
  /** Months from the day of effect in which no fee is owed or counted. */
  graceMonths: number
  /** Into how many equal parts the whole sum then falls; null where a royalty on proven sales follows instead. */
  parts: number | null
  /** Months from one part to the next; null where there is only one, or none. */
  everyMonths: number | null
}

export const MAX_GRACE_MONTHS = 36
export const MAX_PARTS = 12
const MAX_EVERY_MONTHS = 12

interface Deferred {
  useFirst?: UseFirst | undefined
}

interface DeferredTerms extends Deferred {
  termMonths: number | null
  upfrontFen: number
  royaltyRatePercent: number | null
  instalments?: readonly unknown[] | undefined
}

const isWithin = (value: number | null, max: number): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= max

const graceProblems = ({ graceMonths }: UseFirst, { termMonths }: DeferredTerms): FieldProblem[] => {
  const max = Math.min(MAX_GRACE_MONTHS, (termMonths ?? Number.POSITIVE_INFINITY) - 1)
  if (isWithin(graceMonths, max)) return []
  return [{ path: 'useFirst.graceMonths', code: 'terms.grace_out_of_range', params: { min: 1, max } }]
}

const partProblems = (
  { graceMonths, parts, everyMonths }: UseFirst,
  { termMonths, royaltyRatePercent }: DeferredTerms,
): FieldProblem[] => {
  const at = (field: keyof UseFirst, code: string, max?: number): FieldProblem[] => [
    { path: `useFirst.${field}`, code, ...(max === undefined ? {} : { params: { min: 1, max } }) },
  ]
  if (royaltyRatePercent !== null) return parts === null ? [] : at('parts', 'terms.parts_or_royalty')
  if (!isWithin(parts, MAX_PARTS)) return at('parts', 'terms.parts_out_of_range', MAX_PARTS)
  if (parts === 1) return []
  if (!isWithin(everyMonths, MAX_EVERY_MONTHS)) {
    return at('everyMonths', 'terms.every_out_of_range', MAX_EVERY_MONTHS)
  }
  const lastPart = graceMonths + (parts - 1) * everyMonths
  return termMonths !== null && lastPart >= termMonths ? at('parts', 'terms.parts_beyond_term') : []
}

/** What keeps the fees from being deferred like this: nothing may be due before the grace period ends, all of it within the term. */
export const useFirstProblems = (terms: DeferredTerms, licence: boolean): FieldProblem[] => {
  const { useFirst } = terms
  if (useFirst === undefined) return []
  if (!licence) return [{ path: 'useFirst.graceMonths', code: 'terms.use_first_needs_licence' }]
  return [
    ...graceProblems(useFirst, terms),
    ...(terms.upfrontFen > 0 ? [{ path: 'upfrontFen', code: 'terms.use_first_no_upfront' }] : []),
    ...((terms.instalments ?? []).length > 0
      ? [{ path: 'instalments', code: 'terms.use_first_no_instalments' }]
      : []),
    ...partProblems(useFirst, terms),
  ]
}

/** The first day for which fees are owed: the day of effect, or the day after the grace period. Shanghai dates. */
export const feesFrom = ({ useFirst }: Deferred, effectiveOn: CalendarDate): CalendarDate =>
  useFirst === undefined ? effectiveOn : addMonths(effectiveOn, useFirst.graceMonths)
