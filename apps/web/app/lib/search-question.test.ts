import { MOST_SEARCHED } from '@market/domain/discovery'
import { describe, expect, it } from 'vitest'
import { filterCount, parametersOf, questionOf } from './search-question.ts'

const ADDRESS =
  'q=+电池+&mode=transfer&mode=exclusive_licence&priceMin=100&priceMax=&maturityMax=6&sort=newest&cursor=x'

describe('the question of an address', () => {
  const question = questionOf(new URLSearchParams(ADDRESS))

  it('keeps words, filters and bounds, and leaves out empty bounds and how the answer is shown', () => {
    expect(question.toString()).toBe(
      new URLSearchParams(
        'q=电池&mode=transfer&mode=exclusive_licence&priceMin=100&maturityMax=6',
      ).toString(),
    )
    expect(questionOf(new URLSearchParams('q=+&sort=newest')).size).toBe(0)
  })

  it('asks for the beginning of a text pasted whole', () => {
    const pasted = new URLSearchParams({ q: '石墨烯 '.repeat(500) })
    expect(questionOf(pasted).get('q')).toHaveLength(MOST_SEARCHED)
  })

  it('asks the API for each filter as a list and for each bound once', () => {
    expect(parametersOf(question)).toEqual({
      q: '电池',
      mode: ['transfer', 'exclusive_licence'],
      priceMin: '100',
      maturityMax: '6',
    })
  })

  it('counts what narrows it', () => {
    expect(filterCount(question)).toBe(4)
  })
})
