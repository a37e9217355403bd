import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../index.ts'
import { royaltyProblems, scheduleOfTerms, scheduleProblems } from '../payments/index.ts'
import {
  answerByProblems,
  changedClauses,
  feesFrom,
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

describe('use first, pay later', () => {
  const useFirst = { graceMonths: 12, parts: 4, everyMonths: 6 }
  const deferred = (changes: Partial<TermSheet> = {}) => terms({ upfrontFen: 0, useFirst, ...changes })
  const inMonths = (graceMonths: number, parts: number | null, everyMonths: number | null) =>
    codesOf(deferred({ useFirst: { graceMonths, parts, everyMonths } }))

  it('is for licences, with nothing due before it ends and all of it within the term', () => {
    expect(codesOf(deferred())).toEqual([])
    expect(codesOf(deferred({ upfrontFen: 30, instalments: [instalment(70)] }))).toEqual([
      'upfrontFen terms.use_first_no_upfront',
      'instalments terms.use_first_no_instalments',
    ])
    const sold = { transferMode: 'assignment', exclusivity: 'not_applicable', termMonths: null } as const
    expect(codesOf(deferred(sold))).toEqual(['useFirst.graceMonths terms.use_first_needs_licence'])
    expect(inMonths(0, 4, 6)).toEqual(['useFirst.graceMonths terms.grace_out_of_range'])
    expect(inMonths(37, 1, null)).toEqual(['useFirst.graceMonths terms.grace_out_of_range'])
    expect(codesOf(deferred({ termMonths: 12 }))).toContain('useFirst.graceMonths terms.grace_out_of_range')
    expect(inMonths(12, 13, 6)).toEqual(['useFirst.parts terms.parts_out_of_range'])
    expect(inMonths(12, 2, null)).toEqual(['useFirst.everyMonths terms.every_out_of_range'])
    expect(inMonths(36, 3, 12)).toEqual(['useFirst.parts terms.parts_beyond_term'])
  })

  it('leads to parts or to a royalty, not to both', () => {
    const royalty = deferred({ royaltyRatePercent: 3 })
    expect(codesOf(royalty)).toEqual(['useFirst.parts terms.parts_or_royalty'])
    expect(codesOf({ ...royalty, useFirst: { ...useFirst, parts: null } })).toEqual([])
    expect(inMonths(12, null, null)).toEqual(['useFirst.parts terms.parts_out_of_range'])
  })

  it('makes up the price to the fen, in order, none of it before the grace period is over', () => {
    const agreed = fc.record({
      graceMonths: fc.integer({ min: 1, max: 36 }),
      parts: fc.integer({ min: 1, max: 12 }),
      everyMonths: fc.integer({ min: 1, max: 12 }),
    })
    const days = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((instant) => instant.toISOString().slice(0, 10))
    fc.assert(
      fc.property(agreed, fc.integer({ min: 1 }), days, (later, contractAmountFen, effectiveOn) => {
        const sheet = deferred({ useFirst: later, termMonths: 600, totalFen: contractAmountFen })
        expect(codesOf(sheet)).toEqual([])
        const lines = scheduleOfTerms(sheet, { contractAmountFen, effectiveOn, upfrontDays: 30 })
        const start = feesFrom(sheet, effectiveOn)
        expect(start).toBe(addMonths(effectiveOn, later.graceMonths))
        expect(scheduleProblems(lines, { contractAmountFen, royalty: false, feesFrom: start })).toEqual([])
        expect(lines.map(({ dueOn }) => dueOn ?? '')).toEqual(lines.map(({ dueOn }) => dueOn ?? '').sort())
        expect(lines.length).toBe(Math.min(later.parts, contractAmountFen < later.parts ? 1 : later.parts))
      }),
    )
  })

  it('leaves the fees of a royalty to reports on what was sold after it', () => {
    const sheet = deferred({ royaltyRatePercent: 3, useFirst: { ...useFirst, parts: null } })
    const effectiveOn = '2026-03-02'
    expect(scheduleOfTerms(sheet, { contractAmountFen: 100, effectiveOn, upfrontDays: 30 })).toEqual([])
    const frame = { effectiveOn, feesFrom: feesFrom(sheet, effectiveOn), today: '2027-07-01' }
    const report = (periodFrom: string) => ({ periodFrom, periodTo: '2027-06-30', salesFen: 100 })
    expect(royaltyProblems(report('2027-03-01'), frame)).toMatchObject([{ code: 'payment.within_grace' }])
    expect(royaltyProblems(report('2027-03-02'), frame)).toEqual([])
  })

  it('is compared as one clause', () => {
    expect(changedClauses(deferred(), deferred({ useFirst: { ...useFirst, parts: 5 } }))).toEqual([
      'useFirst',
    ])
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
