import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleOfTerms, scheduleProblems } from '../payments/index.ts'
import {
  answerByProblems,
  changedClauses,
  requireInTime,
  type TermSheet,
  termSheetProblems,
} from './index.ts'

const terms = (changes: Partial<TermSheet> = {}): TermSheet => ({
  transferMode: 'ordinary_licence',
  exclusivity: 'non_exclusive',
  fieldOfUse: '制糖',
  territory: '广西',
  termMonths: 60,
  upfrontFen: 30,
  royaltyRatePercent: null,
  totalFen: 100,
  ...changes,
})
const instalment = (amountFen: number, on: string | null = null) => ({ title: '验收', amountFen, on })
const codesOf = (sheet: TermSheet) => termSheetProblems(sheet).map(({ path, code }) => `${path} ${code}`)

describe('the clauses of a term sheet', () => {
  it('make up the total where there is no royalty, and stay within it where there is', () => {
    expect(codesOf(terms({ instalments: [instalment(40), instalment(30, '2027-01-01')] }))).toEqual([])
    expect(codesOf(terms({ instalments: [instalment(40)] }))).toEqual([
      'instalments terms.instalments_differ',
    ])
    expect(codesOf(terms({ royaltyRatePercent: 3, instalments: [instalment(40)] }))).toEqual([])
    expect(codesOf(terms({ royaltyRatePercent: 3, instalments: [instalment(80)] }))).toEqual([
      'instalments terms.instalments_differ',
    ])
  })

  it('name what stands without a royalty, falls instead of rising, or is out of range', () => {
    const step = { fromFen: 100, ratePercent: 2 }
    expect(codesOf(terms({ minimumRoyaltyFen: 5, royaltySteps: [step] }))).toEqual([
      'minimumRoyaltyFen terms.needs_royalty',
      'royaltySteps terms.needs_royalty',
    ])
    expect(
      codesOf(terms({ royaltyRatePercent: 3, royaltySteps: [step, { ...step, ratePercent: 101 }] })),
    ).toEqual([
      'royaltySteps.1.fromFen terms.steps_not_rising',
      'royaltySteps.1.ratePercent terms.royalty_out_of_range',
    ])
    expect(codesOf(terms({ equityPercent: 120, knowHowDays: -1, terminationDays: 1.5 }))).toEqual([
      'equityPercent terms.equity_out_of_range',
      'knowHowDays terms.days_out_of_range',
      'terminationDays terms.days_out_of_range',
    ])
  })

  it('become the payment schedule, whole, whatever was agreed', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 5000 }), (parts, upfrontFen) => {
        const totalFen = parts.reduce((sum, part) => sum + part, upfrontFen)
        const sheet = terms({ upfrontFen, totalFen, instalments: parts.map((part) => instalment(part)) })
        expect(codesOf(sheet)).toEqual([])
        const basis = { contractAmountFen: totalFen, effectiveOn: '2026-03-02', upfrontDays: 30 }
        const lines = scheduleOfTerms(sheet, basis)
        expect(lines.filter(({ kind }) => kind === 'milestone')).toHaveLength(parts.length)
        expect(scheduleProblems(lines, { contractAmountFen: totalFen, royalty: false })).toEqual([])
      }),
    )
  })

  it('give way to the rest in one sum where the contract amount was changed since', () => {
    const sheet = terms({ instalments: [instalment(70)] })
    const basis = { contractAmountFen: 90, effectiveOn: '2026-03-02', upfrontDays: 30 }
    expect(scheduleOfTerms(sheet, basis).map(({ amountFen }) => amountFen)).toEqual([30, 60])
  })

  it('are compared one by one; a clause left out is the same as an empty one', () => {
    expect(changedClauses(terms(), terms({ instalments: [], totalFen: 120 }))).toEqual(['totalFen'])
    expect(changedClauses(terms({ audit: 'yearly' }), terms())).toEqual(['audit'])
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (totalFen) => {
        expect(changedClauses(terms({ totalFen }), terms({ totalFen }))).toEqual([])
      }),
    )
  })
})

describe('the last day of an offer', () => {
  it('lies between today and a year from now', () => {
    for (const day of [null, '2026-03-02', '2027-03-02'])
      expect(answerByProblems(day, '2026-03-02')).toEqual([])
    for (const day of ['2026-03-01', '2027-03-03']) {
      expect(answerByProblems(day, '2026-03-02')).toMatchObject([{ code: 'offer.deadline_out_of_range' }])
    }
  })

  it('counts itself', () => {
    expect(() => requireInTime('2026-03-02', '2026-03-02')).not.toThrow()
    expect(() => requireInTime('2026-03-01', '2026-03-02')).toThrow('offer.expired')
  })
})
