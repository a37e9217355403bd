import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'
import { respellingsIn } from './respell.ts'

const meantBy = (text: string): [typed: string, term: string][] =>
  respellingsIn(parseQuery(text)).map(({ word, term }) => [word.text, term.term])

describe('respellingsIn', () => {
  it.each([
    ['sugercane', 'sugarcane'],
    ['suagrcane', 'sugarcane'],
    ['photovoltiac', 'photovoltaic'],
    ['GSI', 'gis'],
  ])('takes %s for a name of the term list', (typed, term) => {
    expect(meantBy(typed)).toEqual([[typed.toLowerCase(), term]])
  })

  it('takes a word for part of a term only beside the rest of it', () => {
    expect(meantBy('lithum')).toEqual([])
    const [meant] = respellingsIn(parseQuery('重金属 internt of things 平台'))
    expect(meant).toMatchObject({ spelling: 'internet', replaced: ['internt', 'of', 'things'] })
    expect(meant?.term.others).toContain('物联网')
  })

  it.each<[string, [typed: string, term: string][]]>([
    [
      'grap',
      [
        ['grap', 'graphite'],
        ['grap', 'graphene'],
      ],
    ],
    ['lithium bat', []],
    ['lithium batt', [['batt', 'lithium battery']]],
    ['grap 电池', []],
    ['gra', []],
  ])('takes the word being typed for what it begins: %s', (text, meant) => {
    expect(meantBy(text)).toEqual(expect.arrayContaining(meant))
    expect(meantBy(text)).toHaveLength(meant.length)
  })

  it('gives several terms that are alike, the nearest first', () => {
    expect(meantBy('cassva 淀粉')).toEqual([
      ['cassva', 'cassava'],
      ['cassva', 'cassia'],
    ])
  })

  it.each([
    'sugarcane',
    'lithium battery',
    'graphene 正极',
    'with',
    'method',
    '甘蔗',
    'tio3',
    'sogorcone',
    'ehip',
  ])('finds nothing to mend in %s', (text) => {
    expect(meantBy(text)).toEqual([])
  })

  it('mends neither phrases nor exclusions', () => {
    expect(meantBy('"sugercane" -sugercane')).toEqual([])
  })
})
