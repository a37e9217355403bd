import type { RightKind, RightLegalStatus } from '../codes/index.ts'
import { identifierFieldProblem, parsePatentNumber } from '../identifiers/index.ts'
import { type CalendarDate, type FieldProblem, yearOf } from '../index.ts'
import { hasPatentNumber, isPatentKind, rightExpiry } from './patent-expiry.ts'

/** One intellectual-property right as its owner states it. */
export interface RightFacts {
  kind: RightKind
  /** As typed or in its plain form; null for know-how. */
  number: string | null
  title: string
  ownerNames: readonly string[]
  inventorNames: readonly string[]
  filedOn: CalendarDate | null
  grantedOn: CalendarDate | null
  legalStatus: RightLegalStatus
}

const kindProblem = (kind: RightKind, expected: RightKind, path: string): FieldProblem | null =>
  isPatentKind(kind) && kind !== expected
    ? { path, code: 'right.number_of_other_kind', params: { expected } }
    : null

/** The number in its plain form, or what is wrong with it; rights other than patents keep what was typed. */
export const readRightNumber = (
  right: Pick<RightFacts, 'kind' | 'number'>,
  path: string,
): { value: string | null; problem: FieldProblem | null } => {
  const typed = right.number?.trim() ?? ''
  if (typed === '') return { value: null, problem: null }
  if (!hasPatentNumber(right.kind)) return { value: typed, problem: null }
  const result = parsePatentNumber(typed)
  if (!result.ok) return { value: null, problem: identifierFieldProblem(path, result) }
  return { value: result.value, problem: kindProblem(right.kind, result.kind, path) }
}

const dateProblems = (right: RightFacts, path: string, today: CalendarDate): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const { filedOn, grantedOn } = right
  if (filedOn === null && hasPatentNumber(right.kind)) {
    problems.push({ path: `${path}.filedOn`, code: 'right.filing_date_required' })
  }
  if (filedOn !== null && filedOn > today) {
    problems.push({ path: `${path}.filedOn`, code: 'right.filed_in_future' })
  }
  if (filedOn !== null && grantedOn !== null && grantedOn < filedOn) {
    problems.push({ path: `${path}.grantedOn`, code: 'right.granted_before_filed' })
  }
  const expiresOn = rightExpiry(right.kind, filedOn)
  if (expiresOn !== null && expiresOn < today) {
    problems.push({ path: `${path}.filedOn`, code: 'right.expired', params: { expiresOn } })
  }
  return problems
}

// A divisional or international application keeps an earlier filing date than its number's year, never a later.
const yearProblem = (right: RightFacts, path: string): FieldProblem | null => {
  if (right.filedOn === null || right.number === null || !hasPatentNumber(right.kind)) return null
  const number = parsePatentNumber(right.number)
  if (!number.ok || yearOf(right.filedOn) <= number.year) return null
  return { path: `${path}.filedOn`, code: 'right.filed_after_number', params: { year: number.year } }
}

/** What keeps a right from being offered on this day; `path` is its place in the form ('rights.0'). */
export const rightProblems = (right: RightFacts, path: string, today: CalendarDate): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const number = readRightNumber(right, `${path}.number`)
  if (number.problem) problems.push(number.problem)
  else if (number.value === null && right.kind !== 'know_how') {
    problems.push({ path: `${path}.number`, code: 'right.number_required' })
  }
  if (right.ownerNames.length === 0) {
    problems.push({ path: `${path}.ownerNames`, code: 'right.owner_required' })
  }
  if (right.legalStatus === 'lapsed' || right.legalStatus === 'invalidated') {
    problems.push({ path: `${path}.legalStatus`, code: 'right.not_in_force' })
  }
  const year = yearProblem(right, path)
  return [...problems, ...dateProblems(right, path, today), ...(year ? [year] : [])]
}
