import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BROKERAGE_STATES,
  brokerageMachine,
  type Commission,
  commissionFen,
  commissionProblems,
} from './index.ts'

const rate = (ratePercent: number): Commission => ({ payer: 'both', ratePercent, amountFen: null })

describe('a brokerage', () => {
  it('is agreed on or refused while proposed, and ended at any time before its end', () => {
    expect(BROKERAGE_STATES.map((state) => brokerageMachine.commandsFrom(state))).toEqual([
      ['activate', 'refuse', 'end'],
      ['end'],
      [],
      [],
    ])
  })
})

describe('a commission', () => {
  it('names a rate or a sum, not both and not neither', () => {
    expect(commissionProblems(rate(3))).toEqual([])
    expect(commissionProblems({ payer: 'buyer', ratePercent: null, amountFen: 500_000 })).toEqual([])
    for (const [ratePercent, amountFen] of [
      [null, null],
      [3, 500_000],
    ] as const) {
      expect(commissionProblems({ payer: 'buyer', ratePercent, amountFen })).toEqual([
        { path: 'commission.ratePercent', code: 'brokerage.rate_or_amount' },
      ])
    }
  })

  it('is a percentage with two decimals, or a sum above nothing', () => {
    expect(commissionProblems(rate(0)).map(({ path }) => path)).toEqual(['commission.ratePercent'])
    expect(commissionProblems(rate(100.01)).map(({ path }) => path)).toEqual(['commission.ratePercent'])
    expect(commissionProblems(rate(1.005)).map(({ path }) => path)).toEqual(['commission.ratePercent'])
    const nothing = commissionProblems({ payer: 'seller', ratePercent: null, amountFen: 0 })
    expect(nothing).toEqual([{ path: 'commission.amountFen', code: 'money.must_be_positive' }])
  })

  it('is counted to the fen and never exceeds the whole', () => {
    expect(commissionFen(rate(2.5), 20_000_001)).toBe(500_000)
    expect(commissionFen(rate(2.5), 20_000_020)).toBe(500_001)
    const total = fc.integer({ min: 1, max: 9_000_000_000_000_000 })
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 10_000 }), (totalFen, hundredths) => {
        const due = commissionFen(rate(hundredths / 100), totalFen)
        const exact = BigInt(totalFen) * BigInt(hundredths)
        expect(due).toBeLessThanOrEqual(totalFen)
        expect(BigInt(due) * 10_000n - exact).toBeLessThanOrEqual(5_000n)
        expect(exact - BigInt(due) * 10_000n).toBeLessThan(5_000n)
      }),
    )
  })
})
