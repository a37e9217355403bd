import type { TransferMode } from '../codes/index.ts'
import { type Fen, type FieldProblem, refuse } from '../index.ts'
import { type ListingState, REQUESTABLE_LISTING_STATES } from '../listings/index.ts'
import { isLicence } from './term-sheet.ts'

/** What a company asks for when it applies for a listing. */
export interface RequestTerms {
  transferMode: TransferMode
  fieldOfUse: string
  territory: string
  termMonths: number | null
  offerFen: Fen | null
  message: string
}

/** What keeps a request from being made on a listing that offers these modes. */
export const requestProblems = (
  terms: RequestTerms,
  offeredModes: readonly TransferMode[],
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!offeredModes.includes(terms.transferMode)) {
    problems.push({
      path: 'transferMode',
      code: 'request.mode_not_offered',
      params: { offered: offeredModes },
    })
  }
  if (isLicence(terms.transferMode)) {
    if (terms.termMonths === null) problems.push({ path: 'termMonths', code: 'terms.term_required' })
    if (terms.territory.trim() === '') problems.push({ path: 'territory', code: 'terms.territory_required' })
    if (terms.fieldOfUse.trim() === '') problems.push({ path: 'fieldOfUse', code: 'terms.field_required' })
  }
  if (terms.termMonths !== null && !(Number.isInteger(terms.termMonths) && terms.termMonths > 0)) {
    problems.push({ path: 'termMonths', code: 'terms.term_out_of_range' })
  }
  if (terms.offerFen !== null && !(Number.isSafeInteger(terms.offerFen) && terms.offerFen > 0)) {
    problems.push({ path: 'offerFen', code: 'money.must_be_positive' })
  }
  if (terms.message.trim() === '') problems.push({ path: 'message', code: 'field.required' })
  return problems
}

/** Throws conflict 'listing.not_requestable' unless the listing is open for requests. */
export const requireRequestable = (state: ListingState): void => {
  const states: readonly ListingState[] = REQUESTABLE_LISTING_STATES
  if (!states.includes(state)) {
    throw refuse('conflict', 'listing.not_requestable', { state, allowed: states })
  }
}
