import type { Exclusivity, TransferMode } from '../codes/index.ts'
import type { Fen, FieldProblem } from '../index.ts'
import { clauseProblems, isPercent, type TermClauses } from './clauses.ts'
import { coverageProblems } from './coverage.ts'
import { useFirstProblems } from './use-first.ts'

/** What is asked for or granted, before any price. */
export interface TermScope {
  transferMode: TransferMode
  exclusivity: Exclusivity
  fieldOfUse: string
  /** Where the technology may be used, in words or region codes ('450000', '全国'). */
  territory: string
  /** The same in codes, where they were chosen: GB/T 2260 places, '100000' the country, '000000' everywhere. */
  territoryCodes?: string[] | undefined
  /** Technical fields ('01'…'11') or 'all'; left out, the licence counts as one for all of them. */
  fieldCodes?: string[] | undefined
  /** Null for a transfer of ownership, which has no end. */
  termMonths: number | null
}

/** The terms two sides negotiate; every offer carries one, whole and immutable. */
export interface TermSheet extends TermScope, TermClauses {
  upfrontFen: Fen
  /** Percent of the royalty base, net sales where none is named, with up to two decimals; null when no royalty is due. */
  royaltyRatePercent: number | null
  /** The whole sum the contract will state; for a royalty, the parties' estimate. */
  totalFen: Fen
}

const LICENCE_EXCLUSIVITY: Partial<Record<TransferMode, Exclusivity>> = {
  exclusive_licence: 'exclusive',
  sole_licence: 'sole',
  ordinary_licence: 'non_exclusive',
  open_licence: 'non_exclusive',
}

/** The exclusivity a transfer mode implies; a licence that names none is an ordinary one. */
export const exclusivityOf = (mode: TransferMode): Exclusivity =>
  LICENCE_EXCLUSIVITY[mode] ?? 'not_applicable'

export const isLicence = (mode: TransferMode): boolean => LICENCE_EXCLUSIVITY[mode] !== undefined

const MAX_TERM_MONTHS = 50 * 12

/** What a scope lacks: a licence needs a term, a territory and a field of use. */
export const scopeProblems = (terms: TermScope): FieldProblem[] => {
  const problems: FieldProblem[] = coverageProblems(terms)
  const expected = exclusivityOf(terms.transferMode)
  if (terms.exclusivity !== expected) {
    problems.push({ path: 'exclusivity', code: 'terms.exclusivity_mismatch', params: { expected } })
  }
  if (isLicence(terms.transferMode)) {
    if (terms.termMonths === null) problems.push({ path: 'termMonths', code: 'terms.term_required' })
    if (terms.territory.trim() === '') problems.push({ path: 'territory', code: 'terms.territory_required' })
    if (terms.fieldOfUse.trim() === '') problems.push({ path: 'fieldOfUse', code: 'terms.field_required' })
  }
  const { termMonths } = terms
  if (
    termMonths !== null &&
    (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > MAX_TERM_MONTHS)
  ) {
    problems.push({
      path: 'termMonths',
      code: 'terms.term_out_of_range',
      params: { min: 1, max: MAX_TERM_MONTHS },
    })
  }
  return problems
}

const priceProblems = (terms: TermSheet): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!Number.isSafeInteger(terms.upfrontFen) || terms.upfrontFen < 0) {
    problems.push({ path: 'upfrontFen', code: 'money.not_an_amount' })
  }
  if (!Number.isSafeInteger(terms.totalFen) || terms.totalFen <= 0) {
    problems.push({ path: 'totalFen', code: 'money.must_be_positive' })
  } else if (terms.upfrontFen > terms.totalFen) {
    problems.push({ path: 'upfrontFen', code: 'terms.upfront_over_total' })
  }
  const rate = terms.royaltyRatePercent
  if (rate !== null && !isPercent(rate)) {
    problems.push({ path: 'royaltyRatePercent', code: 'terms.royalty_out_of_range', params: { max: 100 } })
  }
  return problems
}

/** What keeps these terms from being offered; empty when nothing does. */
export const termSheetProblems = (terms: TermSheet): FieldProblem[] => [
  ...scopeProblems(terms),
  ...priceProblems(terms),
  ...clauseProblems(terms),
  ...useFirstProblems(terms, isLicence(terms.transferMode)),
]

/** Keys in which two term sheets differ; a clause left out is one nothing was agreed on. */
export const changedClauses = (before: TermSheet, after: TermSheet): (keyof TermSheet)[] => {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof TermSheet>
  const written = (terms: TermSheet, key: keyof TermSheet) => {
    const value = terms[key]
    return Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(value)
  }
  return [...keys].filter((key) => written(before, key) !== written(after, key))
}
