import type { CooperationMode, IpWish } from '../codes/index.ts'
import type { Fen, FieldProblem } from '../index.ts'

/** A short structured answer without a listing behind it. */
export interface Proposal {
  approach: string
  evidence: string
  team: string
  /** From signing to the goal. */
  months: number
  /** Null leaves it to the talks. */
  priceFen: Fen | null
  mode: CooperationMode
  ipWish: IpWish
}

/** What keeps a proposal from being sent to a need that wishes for these modes. */
export const proposalProblems = (proposal: Proposal, wished: readonly CooperationMode[]): FieldProblem[] => {
  const blank = (['approach', 'evidence', 'team'] as const).filter((field) => proposal[field].trim() === '')
  const problems: FieldProblem[] = blank.map((field) => ({
    path: `proposal.${field}`,
    code: 'field.required',
  }))
  if (!wished.includes(proposal.mode)) {
    problems.push({ path: 'proposal.mode', code: 'answer.mode_not_wished', params: { wished } })
  }
  return problems
}
