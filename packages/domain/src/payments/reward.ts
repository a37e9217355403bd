import type { Fen, FieldProblem } from '../index.ts'

export const REWARD_RULES = ['statutory', 'own_rule', 'agreed'] as const
/** What fixes the inventors' part: the law, the institution's own published rule, or an agreement with them. */
export type RewardRule = (typeof REWARD_RULES)[number]

export const REWARD_STATES = ['draft', 'approved'] as const
export type RewardState = (typeof REWARD_STATES)[number]

export const COST_KINDS = ['evaluation', 'agent', 'tax', 'patent_upkeep', 'other'] as const
/** What is taken off the income before it is split. */
export type CostKind = (typeof COST_KINDS)[number]

/** The whole, in hundredths of a percent. */
export const WHOLE = 10_000

export interface RewardShare {
  name: string
  /** Part of what all inventors get, in hundredths of a percent. */
  share: number
}

export interface RewardPlan {
  rule: RewardRule
  /** Where the own rule or the agreement is written down. */
  reference: string
  /** Part of the net income all inventors get, in hundredths of a percent. */
  inventorPart: number
  costs: readonly { kind: CostKind; note: string; amountFen: Fen }[]
  shares: readonly RewardShare[]
}

/** What keeps a plan from being approved; `floorPercent` is null where no law sets one. */
export const rewardProblems = (plan: RewardPlan, floorPercent: number | null): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (plan.inventorPart < 1 || plan.inventorPart > WHOLE) {
    problems.push({ path: 'inventorPart', code: 'reward.part_out_of_range' })
  } else if (floorPercent !== null && plan.inventorPart < floorPercent * 100) {
    problems.push({ path: 'inventorPart', code: 'reward.below_floor', params: { percent: floorPercent } })
  }
  if (plan.rule !== 'statutory' && plan.reference.trim() === '') {
    problems.push({ path: 'reference', code: 'field.required' })
  }
  return [...problems, ...shareProblems(plan.shares)]
}

const shareProblems = (shares: readonly RewardShare[]): FieldProblem[] => {
  if (shares.length === 0) return [{ path: 'shares', code: 'reward.nobody_named' }]
  const repeated = shares.findIndex(({ name }, index) =>
    shares.slice(0, index).some((other) => other.name === name),
  )
  if (repeated >= 0) return [{ path: `shares.${repeated}.name`, code: 'reward.named_twice' }]
  const sum = shares.reduce((total, { share }) => total + share, 0)
  return sum === WHOLE
    ? []
    : [{ path: 'shares', code: 'reward.shares_not_whole', params: { percent: sum / 100 } }]
}

/** What has come of a contract's income so far. */
export interface RewardStanding {
  costFen: Fen
  netFen: Fen
  /** What the inventors get together; rounded up, so that it never falls below their part. */
  poolFen: Fen
  institutionFen: Fen
}

/** Costs are borne by the first money that comes; refunds undo the last. */
export const rewardStanding = (receivedFen: Fen, costsFen: Fen, inventorPart: number): RewardStanding => {
  const costFen = Math.min(costsFen, Math.max(0, receivedFen))
  const netFen = receivedFen - costFen
  const whole = BigInt(WHOLE)
  const poolFen = netFen <= 0 ? 0 : Number((BigInt(netFen) * BigInt(inventorPart) + whole - 1n) / whole)
  return { costFen, netFen, poolFen, institutionFen: netFen - poolFen }
}

/** What one receipt (or, negative, one refund) adds to each. */
export const rewardStep = (before: RewardStanding, after: RewardStanding): RewardStanding => ({
  costFen: after.costFen - before.costFen,
  netFen: after.netFen - before.netFen,
  poolFen: after.poolFen - before.poolFen,
  institutionFen: after.institutionFen - before.institutionFen,
})

/**
 * Parts that add up to the sum to the fen: each gets its whole fen, and the fen left over go to the largest remainders,
 * the first named first. A negative sum is split as what it takes back.
 */
export const splitByLargestRemainder = (sumFen: Fen, shares: readonly number[]): Fen[] => {
  const sign = sumFen < 0 ? -1 : 1
  const sum = BigInt(Math.abs(sumFen))
  const total = BigInt(shares.reduce((all, share) => all + share, 0))
  if (total <= 0n) throw new Error('Nobody has a share.')
  const exact = shares.map((share, index) => {
    const product = sum * BigInt(share)
    return { index, whole: product / total, remainder: product % total }
  })
  const left = Number(sum - exact.reduce((all, { whole }) => all + whole, 0n))
  const lucky = new Set(
    exact
      .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  )
  return exact.map(({ index, whole }) => sign * (Number(whole) + (lucky.has(index) ? 1 : 0)) || 0)
}

/** Equal shares of the whole, the first named taking what does not divide. */
export const equalShares = (names: readonly string[]): RewardShare[] => {
  const parts =
    names.length === 0
      ? []
      : splitByLargestRemainder(
          WHOLE,
          names.map(() => 1),
        )
  return names.map((name, index) => ({ name, share: parts[index] ?? 0 }))
}

/** As many as a form and a page of paper hold. */
export const MAX_INVENTORS = 30
export const MAX_REWARD_COSTS = 20
