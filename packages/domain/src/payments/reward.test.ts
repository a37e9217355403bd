import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equalShares,
  type RewardPlan,
  rewardProblems,
  rewardStanding,
  rewardStep,
  splitByLargestRemainder,
  WHOLE,
} from './index.ts'

const sums = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
const shares = fc.array(fc.integer({ min: 1, max: WHOLE }), { minLength: 1, maxLength: 12 })

describe('splitting by the largest remainder', () => {
  it('adds up to the fen, and nobody is a fen away from the exact part', () => {
    fc.assert(
      fc.property(sums, shares, (sum, held) => {
        const parts = splitByLargestRemainder(sum, held)
        const total = held.reduce((all, share) => all + share, 0)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(sum)
        parts.forEach((part, index) => {
          const distance = BigInt(part) * BigInt(total) - BigInt(sum) * BigInt(held[index] ?? 0)
          expect(distance < BigInt(total) && distance > -BigInt(total)).toBe(true)
        })
      }),
    )
  })

  it('gives what is left to the largest remainders', () => {
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByLargestRemainder(10, [5_000, 3_000, 2_000])).toEqual([5, 3, 2])
    expect(splitByLargestRemainder(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })
})

describe('the inventors’ part', () => {
  it('is the same however the money comes, never below the part and never above the net income', () => {
    const movements = fc.array(fc.integer({ min: -50_000, max: 200_000 }), { maxLength: 20 })
    fc.assert(
      fc.property(
        movements,
        fc.integer({ min: 0, max: 300_000 }),
        fc.integer({ min: 1, max: WHOLE }),
        (moves, costs, part) => {
          let received = 0
          let before = rewardStanding(0, costs, part)
          let pool = 0
          for (const move of moves) {
            received += move
            const after = rewardStanding(received, costs, part)
            const step = rewardStep(before, after)
            expect(step.costFen + step.netFen).toBe(move)
            expect(step.poolFen + step.institutionFen).toBe(step.netFen)
            pool += step.poolFen
            before = after
          }
          expect(pool).toBe(rewardStanding(received, costs, part).poolFen)
          const net = Math.max(0, before.netFen)
          expect(pool * WHOLE).toBeGreaterThanOrEqual(net * part)
          expect(pool).toBeLessThanOrEqual(net)
        },
      ),
    )
  })
})

describe('a plan', () => {
  const plan: RewardPlan = {
    rule: 'statutory',
    reference: '',
    inventorPart: 5_000,
    costs: [],
    shares: equalShares(['甲', '乙', '丙']),
  }
  const codesOf = (changes: Partial<RewardPlan>, floor: number | null = 50) =>
    rewardProblems({ ...plan, ...changes }, floor).map(({ code }) => code)

  it('keeps to the floor where there is one', () => {
    expect(codesOf({})).toEqual([])
    expect(codesOf({ inventorPart: 4_999 })).toEqual(['reward.below_floor'])
    expect(codesOf({ inventorPart: 4_999 }, null)).toEqual([])
    expect(codesOf({ inventorPart: WHOLE + 1 })).toEqual(['reward.part_out_of_range'])
  })

  it('names each inventor once and splits the whole', () => {
    expect(codesOf({ shares: [] })).toEqual(['reward.nobody_named'])
    expect(codesOf({ shares: [{ name: '甲', share: 9_999 }] })).toEqual(['reward.shares_not_whole'])
    const twice = [
      { name: '甲', share: 5_000 },
      { name: '甲', share: 5_000 },
    ]
    expect(codesOf({ shares: twice })).toEqual(['reward.named_twice'])
  })

  it('says where its own rule is written', () => {
    expect(codesOf({ rule: 'agreed' })).toEqual(['field.required'])
  })
})
