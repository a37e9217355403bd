import type { TransferMode } from '../codes/index.ts'
import { type Fen, type FieldProblem, refuse } from '../index.ts'
import { isRequestable, type ListingState, REQUESTABLE_LISTING_STATES } from '../listings/index.ts'
import type { Application } from './application.ts'
import { scopeProblems, type TermScope } from './term-sheet.ts'

/** What a company asks for when it applies for a listing. */
export interface RequestTerms extends TermScope {
  /** What it would pay in all; null leaves it to the talks. */
  offerFen: Fen | null
  message: string
}

/** A request as far as it is written: nothing has to be there yet. */
export interface RequestDraftContent {
  transferMode: TransferMode | null
  fieldOfUse: string
  territory: string
  termMonths: number | null
  offerFen: Fen | null
  message: string
  application: Application
  fileIds: string[]
}

/** Why a listing that offers these modes cannot be had in this one; empty when it can. */
export const modeProblems = (mode: TransferMode, offeredModes: readonly TransferMode[]): FieldProblem[] =>
  offeredModes.includes(mode)
    ? []
    : [{ path: 'transferMode', code: 'request.mode_not_offered', params: { offered: offeredModes } }]

/** What keeps a request from being made on a listing that offers these modes. */
export const requestProblems = (
  terms: RequestTerms,
  offeredModes: readonly TransferMode[],
): FieldProblem[] => {
  const problems = [...modeProblems(terms.transferMode, offeredModes), ...scopeProblems(terms)]
  if (terms.offerFen !== null && !(Number.isSafeInteger(terms.offerFen) && terms.offerFen > 0)) {
    problems.push({ path: 'offerFen', code: 'money.must_be_positive' })
  }
  if (terms.message.trim() === '') problems.push({ path: 'message', code: 'field.required' })
  return problems
}

/** Throws conflict 'listing.not_requestable' unless the listing is open for requests. */
export const requireRequestable = (state: ListingState): void => {
  if (!isRequestable(state)) {
    throw refuse('conflict', 'listing.not_requestable', { state, allowed: REQUESTABLE_LISTING_STATES })
  }
}
