import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, forecastYear, parsePeriod, requireOver } from './index.ts'

describe('the forecast', () => {
  const year = (at: number, throughMonthFen: number, yearFen: number) => ({
    year: at,
    throughMonthFen,
    yearFen,
  })

  it('carries the year on by the mean share of past years', () => {
    const past = [year(2024, 250, 1000), year(2025, 750, 1000)]
    expect(forecastYear({ throughMonthFen: 500, registeredFen: 600, undecidedFen: 100, past })).toEqual({
      lowFen: 600,
      expectedFen: 1000,
      highFen: 2000,
      seasonalShare: 0.5,
      years: [2024, 2025],
    })
  })

  it('without past years is what is registered and what is filed', () => {
    const facts = { throughMonthFen: 0, registeredFen: 600, undecidedFen: 100, past: [year(2025, 0, 0)] }
    expect(forecastYear(facts)).toMatchObject({
      expectedFen: 700,
      highFen: 700,
      seasonalShare: null,
      years: [],
    })
  })

  it('never promises less than there is', () => {
    const amount = fc.nat(1_000_000)
    const past = fc.array(
      fc.tuple(amount, amount).map(([part, rest]) => year(2020, part, part + rest)),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(amount, amount, amount, past, (through, since, undecidedFen, years) => {
        const registeredFen = through + since
        const found = forecastYear({ throughMonthFen: through, registeredFen, undecidedFen, past: years })
        expect(found.expectedFen).toBeGreaterThanOrEqual(registeredFen + undecidedFen)
        expect(found.highFen).toBeGreaterThanOrEqual(found.expectedFen)
      }),
    )
  })
})

describe('a closed period', () => {
  it('is a month, a quarter or a year', () => {
    expect(parsePeriod('2024-02')).toMatchObject({ from: '2024-02-01', to: '2024-02-29' })
    expect(parsePeriod('2024-Q4')).toMatchObject({ from: '2024-10-01', to: '2024-12-31' })
    expect(parsePeriod('2024')).toMatchObject({ from: '2024-01-01', to: '2024-12-31' })
    for (const wrong of ['2024-13', '2024-Q5', '24', ''])
      expect(() => parsePeriod(wrong)).toThrow('period.malformed')
  })

  it('closes when its last day has passed', () => {
    expect(() => requireOver(parsePeriod('2024-02'), '2024-02-29')).toThrow('period.not_over')
    expect(() => requireOver(parsePeriod('2024-02'), '2024-03-01')).not.toThrow()
  })

  it('is hashed over one text, however its keys are ordered', () => {
    expect(canonicalText({ b: [1, null], a: { d: 'x', c: true } })).toBe(
      '{"a":{"c":true,"d":"x"},"b":[1,null]}',
    )
  })
})
