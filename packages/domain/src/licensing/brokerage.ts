import { type CodeOf, isCodeOf } from '../codes/index.ts'
import { type Fen, type FieldProblem, isFen, type OrganizationKind, refuse } from '../index.ts'
import { isPercent } from './clauses.ts'
import type { RequestState } from './states.ts'

/** Organizations that may bring two sides together for a commission (Civil Code 961). */
export const BROKER_KINDS: readonly OrganizationKind[] = ['agency', 'provider']

/** While the two sides have not agreed: a broker has nothing left to do for those who have. */
const BROKERED_STATES: readonly RequestState[] = ['submitted', 'accepted', 'negotiating']

/** Throws conflict 'request.wrong_state' where nobody can be brought together any more. */
export const requireBrokerable = (state: RequestState): void => {
  if (!BROKERED_STATES.includes(state)) {
    throw refuse('conflict', 'request.wrong_state', { state, allowed: BROKERED_STATES })
  }
}

/** Who pays the broker; 'both' in equal parts, as where nothing was agreed (Civil Code 963). */
export const COMMISSION_PAYERS = [
  { code: 'seller', zh: '卖方支付', en: 'Paid by the seller' },
  { code: 'buyer', zh: '买方支付', en: 'Paid by the buyer' },
  { code: 'both', zh: '双方平均负担', en: 'Shared by both in equal parts' },
] as const

/** What the broker gets if the contract comes about: a percentage of the whole sum, or a sum of its own. */
export interface Commission {
  payer: CodeOf<typeof COMMISSION_PAYERS>
  /** Of the contract's whole sum, two decimals. */
  ratePercent: number | null
  amountFen: Fen | null
}

/** What is wrong with a commission: exactly one of rate and sum is named. */
export const commissionProblems = ({ payer, ratePercent, amountFen }: Commission): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!isCodeOf(COMMISSION_PAYERS, payer)) {
    problems.push({ path: 'commission.payer', code: 'field.invalid_value' })
  }
  if ((ratePercent === null) === (amountFen === null)) {
    problems.push({ path: 'commission.ratePercent', code: 'brokerage.rate_or_amount' })
  }
  if (ratePercent !== null && !isPercent(ratePercent)) {
    problems.push({
      path: 'commission.ratePercent',
      code: 'terms.royalty_out_of_range',
      params: { max: 100 },
    })
  }
  if (amountFen !== null && !(isFen(amountFen) && amountFen > 0)) {
    problems.push({ path: 'commission.amountFen', code: 'money.must_be_positive' })
  }
  return problems
}

/** The commission on a contract of this whole sum in fen, half a fen rounded up. */
export const commissionFen = ({ ratePercent, amountFen }: Commission, totalFen: Fen): Fen => {
  if (amountFen !== null) return amountFen
  const hundredths = BigInt(Math.round((ratePercent ?? 0) * 100))
  return Number((BigInt(totalFen) * hundredths + 5_000n) / 10_000n)
}
