import { type FieldProblem, refuse } from '@market/domain'
import type { Exclusivity, TransferMode } from '@market/domain/codes'
import { exclusivityOf } from '@market/domain/licensing'

/** Terms as people write them: the exclusivity may be left to the transfer mode. */
export type Written<Terms extends { transferMode: TransferMode }> = Omit<Terms, 'exclusivity'> & {
  exclusivity?: Exclusivity | undefined
}

export const exclusivityFrom = (written: Written<{ transferMode: TransferMode }>): Exclusivity =>
  written.exclusivity ?? exclusivityOf(written.transferMode)

export const exclusivityProblems = (mode: TransferMode, exclusivity: Exclusivity): FieldProblem[] => {
  const expected = exclusivityOf(mode)
  if (exclusivity === expected) return []
  return [{ path: 'exclusivity', code: 'terms.exclusivity_mismatch', params: { expected } }]
}

/** What keeps a listing from being had in this way; empty when it is offered so. */
export const modeProblems = (offered: readonly TransferMode[], mode: TransferMode): FieldProblem[] =>
  offered.includes(mode)
    ? []
    : [{ path: 'transferMode', code: 'request.mode_not_offered', params: { offered: [...offered] } }]

export const alreadyOpen = () => refuse('conflict', 'request.already_open')
