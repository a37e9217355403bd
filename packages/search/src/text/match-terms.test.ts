import { describe, expect, it } from 'vitest'
import { matchTerms, subjectTerms } from './match-terms.ts'

describe('the words of a record', () => {
  it('are all it may be looked for by, less measures', () => {
    expect(matchTerms(['糖蜜脱色设备', 'less than two minutes on a system'])).toEqual(
      expect.arrayContaining(['糖蜜', '脱色', '设备', 'system']),
    )
    expect(matchTerms(['less than two minutes', '不足两分钟'])).not.toEqual(
      expect.arrayContaining(['minutes']),
    )
  })

  it('say what it is about where they are not words of form', () => {
    const terms = matchTerms(['糖蜜脱色设备', 'a system based on molasses'])
    expect([...subjectTerms(terms)]).toEqual(['糖蜜', '脱色', 'molasses'])
  })
})
