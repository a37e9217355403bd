import type { TransferMode } from '../../codes/index.ts'
import type { CalendarDate, FieldProblem } from '../../index.ts'
import { wordingProblems } from '../clauses/text-problems.ts'
import { amountProblems, type LicensedRight, licenceEndProblems } from '../contract-problems.ts'
import {
  type AmendedClause,
  type AmendmentDraft,
  amendedBy,
  type ContractStanding,
  MAX_AMENDED_CLAUSES,
} from './amendment.ts'

/** The contract an amendment belongs to. */
export interface AmendedContract {
  signedOn: CalendarDate | null
  transferMode: TransferMode
  rights: readonly LicensedRight[]
  /** As it stands after the amendments already in force. */
  standing: ContractStanding
  /** How many articles the signed text has; null for a contract signed on paper. */
  articles: number | null
}

const targetProblems = (
  { change, article }: AmendedClause,
  path: string,
  articles: number | null,
): FieldProblem[] => {
  if (change === 'added') return []
  if (article === null) return [{ path: `${path}.article`, code: 'field.required' }]
  const known = article > 0 && (articles === null || article <= articles)
  return known ? [] : [{ path: `${path}.article`, code: 'amendment.article_unknown', params: { article } }]
}

const clauseProblems = (clause: AmendedClause, index: number, articles: number | null): FieldProblem[] => {
  const path = `clauses.${index}`
  const target = targetProblems(clause, path, articles)
  return clause.change === 'removed' ? target : [...target, ...wordingProblems(clause, path)]
}

const repeated = (clauses: readonly AmendedClause[]): FieldProblem[] =>
  clauses.flatMap(({ article }, index) =>
    article !== null && clauses.findIndex((other) => other.article === article) < index
      ? [{ path: `clauses.${index}.article`, code: 'amendment.article_twice', params: { article } }]
      : [],
  )

/** In effect while the contract runs, so that nothing lies between the old end and a new one. */
const dayProblems = (
  { effectiveOn, endsOn }: AmendmentDraft,
  { signedOn, standing }: AmendedContract,
): FieldProblem[] => {
  const early = signedOn !== null && effectiveOn < signedOn
  const late = standing.endsOn !== null && effectiveOn > standing.endsOn
  return [
    ...(early || late ? [{ path: 'effectiveOn', code: 'amendment.effective_out_of_range' }] : []),
    ...(endsOn !== null && endsOn < effectiveOn
      ? [{ path: 'endsOn', code: 'contract.ends_before_effective' }]
      : []),
  ]
}

const changesNothing = ({ clauses, contractAmountFen, technologyAmountFen, endsOn }: AmendmentDraft) =>
  clauses.length === 0 && contractAmountFen === null && technologyAmountFen === null && endsOn === null

/** What keeps an amendment from being proposed or signed. */
export const amendmentProblems = (draft: AmendmentDraft, contract: AmendedContract): FieldProblem[] => {
  const { clauses, endsOn } = draft
  const tooMany = { path: 'clauses', code: 'field.too_many', params: { max: MAX_AMENDED_CLAUSES } }
  return [
    ...(changesNothing(draft) ? [{ path: 'clauses', code: 'amendment.changes_nothing' }] : []),
    ...(clauses.length > MAX_AMENDED_CLAUSES ? [tooMany] : []),
    ...clauses.flatMap((clause, index) => clauseProblems(clause, index, contract.articles)),
    ...repeated(clauses),
    ...amountProblems(amendedBy(contract.standing, draft)),
    ...dayProblems(draft, contract),
    ...licenceEndProblems(contract.transferMode, endsOn, contract.rights),
  ]
}
