import type { CalendarDate, Fen, FieldProblem } from '../index.ts'

export interface RoyaltyReport {
  periodFrom: CalendarDate
  periodTo: CalendarDate
  /** Net sales of the period. */
  salesFen: Fen
}

/** Rate × net sales, rounded half up to the fen; the rate has at most two decimals. */
export const royaltyOf = (salesFen: Fen, ratePercent: number): Fen => {
  const basisPoints = BigInt(Math.round(ratePercent * 100))
  return Number((BigInt(salesFen) * basisPoints * 2n + 10_000n) / 20_000n)
}

interface RoyaltyFrame {
  effectiveOn: CalendarDate
  /** Later than the day of effect where the fees are deferred. */
  feesFrom: CalendarDate
  today: CalendarDate
}

/** A report speaks of days that are over and lie within the contract. */
export const royaltyProblems = (
  { periodFrom, periodTo, salesFen }: RoyaltyReport,
  { effectiveOn, feesFrom, today }: RoyaltyFrame,
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (periodTo < periodFrom) problems.push({ path: 'periodTo', code: 'payment.period_order' })
  if (periodFrom < effectiveOn) problems.push({ path: 'periodFrom', code: 'payment.before_effect' })
  else if (periodFrom < feesFrom) {
    problems.push({ path: 'periodFrom', code: 'payment.within_grace', params: { feesFrom } })
  }
  if (periodTo >= today) problems.push({ path: 'periodTo', code: 'payment.period_not_over' })
  if (!Number.isSafeInteger(salesFen) || salesFen <= 0) {
    problems.push({ path: 'salesFen', code: 'money.must_be_positive' })
  }
  return problems
}
