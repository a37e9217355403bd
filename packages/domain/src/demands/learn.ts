import type { MisfitReason } from '../codes/index.ts'
import { LESSONS, MATCH_FACTORS, MATCH_WEIGHTS, type MatchWeights, MOST_LEARNT } from './match-weights.ts'

/** One judgement of a pair, with the field of the other record. */
export interface Judgement {
  /** The listing (of a need's judgements) or the need (of a listing's). */
  otherId: string
  fits: boolean
  reason: MisfitReason | null
  technicalField: string | null
}

export interface Learnt {
  weights: MatchWeights
  /** Judged not to fit: set aside. */
  unfitIds: ReadonlySet<string>
  /** Fields judged wrong, and none judged right since. */
  wrongFields: ReadonlySet<string>
}

const factorOf = (judgements: readonly Judgement[], factor: (typeof MATCH_FACTORS)[number]): number =>
  judgements.reduce((product, { reason }) => product * ((reason && LESSONS[reason][factor]) ?? 1), 1)

/** What the judgements on one record's pairs teach about the others; the weights still sum to 100. */
export const learnFrom = (judgements: readonly Judgement[]): Learnt => {
  const against = judgements.filter(({ fits }) => !fits)
  const raw = MATCH_FACTORS.map((factor) => {
    const learnt = Math.min(factorOf(against, factor), MOST_LEARNT)
    return [factor, MATCH_WEIGHTS[factor] * learnt] as const
  })
  const total = raw.reduce((sum, [, weight]) => sum + weight, 0)
  const fitting = new Set(judgements.filter(({ fits }) => fits).map(({ technicalField }) => technicalField))
  const wrong = against
    .filter(({ reason }) => reason === 'wrong_field')
    .flatMap(({ technicalField }) => technicalField ?? [])
  return {
    weights: Object.fromEntries(
      raw.map(([factor, weight]) => [factor, (weight * 100) / total]),
    ) as MatchWeights,
    unfitIds: new Set(against.map(({ otherId }) => otherId)),
    wrongFields: new Set(wrong.filter((field) => !fitting.has(field))),
  }
}
