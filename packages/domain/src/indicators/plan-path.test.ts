import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorState, linearPath, yearProgress } from './index.ts'

describe('plan path', () => {
  it('goes straight from the baseline to the target', () => {
    expect(linearPath({ year: 2015, value: 300 }, { year: 2020, value: 800 })).toEqual({
      2016: 400,
      2017: 500,
      2018: 600,
      2019: 700,
      2020: 800,
    })
  })

  it('never turns back and ends exactly on the target', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e12), fc.integer({ min: 1, max: 10 }), (from, growth, years) => {
        const path = linearPath({ year: 2015, value: from }, { year: 2015 + years, value: from + growth })
        const values = Object.values(path)
        expect(values).toHaveLength(years)
        expect(values.at(-1)).toBe(from + growth)
        expect(values).toEqual([...values].sort((left, right) => left - right))
      }),
    )
  })

  it('tells where a year stands', () => {
    const plan = { path: linearPath({ year: 2015, value: 300 }, { year: 2020, value: 800 }), target: 800 }
    expect(yearProgress(2017, 450, plan)).toMatchObject({ aim: 500, percentOfAim: 90, state: 'behind' })
    expect(yearProgress(2017, 510, plan)).toMatchObject({ percentOfTarget: 63.8, state: 'on_path' })
    expect(yearProgress(2018, 800, plan)).toMatchObject({ state: 'met' })
    expect(yearProgress(2021, 700, plan)).toMatchObject({ aim: null, percentOfAim: null, state: 'behind' })
    expect(indicatorState(null, 1, 1)).toBe('no_data')
  })
})
