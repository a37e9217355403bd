import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../index.ts'
import { regimeFor } from '../regimes/index.ts'
import { daysLeft, decisionDueOn, standsInArea } from './index.ts'

const weekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

describe('days left', () => {
  it('counts down to 0 on the last day and goes on below', () => {
    // A Friday.
    const left = (today: string) => daysLeft('working', today, '2026-03-20', weekday)
    expect(['2026-03-18', '2026-03-19', '2026-03-20'].map(left)).toEqual([2, 1, 0])
    expect(['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'].map(left)).toEqual([-1, -1, -1, -2])
    expect(daysLeft('calendar', '2026-03-18', '2026-03-20', weekday)).toBe(2)
    expect(daysLeft('calendar', '2026-03-21', '2026-03-20', weekday)).toBe(-1)
  })

  it('is the whole term on the day of acceptance and never grows', () => {
    const amounts = fc.constantFrom(1, 499_999_999, 500_000_000)
    const regimes = fc.constantFrom(regimeFor('2025-06-01'), regimeFor('2026-06-01'))
    // Any pattern of days off, as long as work goes on at all.
    const calendars = fc
      .array(fc.boolean(), { minLength: 2, maxLength: 9 })
      .filter((days) => days.includes(true))
    fc.assert(
      fc.property(amounts, regimes, calendars, (fen, regime, pattern) => {
        const works = (date: string) => pattern[Number(date.replaceAll('-', '')) % pattern.length] === true
        const large = regime.largeContracts.thresholdFen !== null && fen >= 500_000_000
        const { days, kind } = (large ? regime.largeContracts.deadline : null) ?? regime.decision
        const accepted = '2026-04-01'
        const dueOn = decisionDueOn(regime, accepted, fen, works)
        let before = daysLeft(kind, accepted, dueOn, works)
        expect(before).toBe(days)
        for (let today = addDays(accepted, 1); today <= addDays(dueOn, 20); today = addDays(today, 1)) {
          const left = daysLeft(kind, today, dueOn, works)
          expect(before - left).toBeGreaterThanOrEqual(0)
          expect(before - left).toBeLessThanOrEqual(1)
          expect(left < 0).toBe(today > dueOn)
          before = left
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the area of a registry', () => {
  it('is its city, or its province', () => {
    expect(standsInArea('450181', '450103')).toBe(true)
    expect(standsInArea('450300', '450103')).toBe(false)
    expect(standsInArea('450300', '450000')).toBe(true)
    expect(standsInArea('440300', '450000')).toBe(false)
    expect(standsInArea('000000', '450100')).toBe(false)
  })
})
