import { describe, expect, it } from 'vitest'
import { termsIn } from './synonyms.ts'

const found = (text: string) => termsIn(text).map(({ term, start }) => [term, start])

describe('termsIn', () => {
  it('finds a term that first stands inside another word', () => {
    expect(found('coating of tin')).toEqual([
      ['coating', 0],
      ['tin', 11],
    ])
  })

  it('finds a term that first stands inside a longer one', () => {
    expect(found('铝合金或合金')).toEqual([
      ['铝合金', 0],
      ['合金', 4],
    ])
  })

  it.each([
    ['coatings', '涂料'],
    ['lithium batteries', '锂电池'],
    ['rare earths', '稀土'],
  ])('knows %s as the plural of a term', (text, other) => {
    expect(termsIn(text).flatMap(({ others }) => others)).toContain(other)
  })

  it('finds a term at each of its places, and letters only where they are a word of their own', () => {
    expect(found('锡与无锡')).toEqual([
      ['锡', 0],
      ['锡', 3],
    ])
    expect(found('latin setting')).toEqual([])
  })
})
