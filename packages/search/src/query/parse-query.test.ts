import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'

describe('parseQuery', () => {
  it('cuts Chinese and English into words', () => {
    expect(parseQuery('石墨烯 Battery cathode').words).toEqual(['石墨烯', 'battery', 'cathode'])
  })

  it('remembers which words were written together', () => {
    expect(parseQuery('量子密钥 display').runs).toEqual([['量子', '密钥']])
  })

  it.each(['"solid state" cell', '“solid state” cell', '「solid state」 cell'])(
    'reads a phrase in %s',
    (text) => {
      expect(parseQuery(text)).toMatchObject({ phrases: [['solid', 'state']], rest: 'cell' })
    },
  )

  it('reads a minus sign before a word or a phrase, and only there', () => {
    const parsed = parseQuery('甘蔗 -土壤 -"low temperature" navier-stokes － x')
    expect(parsed.excluded).toEqual([['low', 'temperature'], ['土壤']])
    expect(parsed.words).toEqual(['甘蔗', 'navier', 'stokes', 'x'])
  })

  it('drops words that say nothing, unless nothing else is said', () => {
    expect(parseQuery('a method for the recycling of cells').words).toEqual(['method', 'recycling', 'cells'])
    expect(parseQuery('the').words).toEqual(['the'])
    expect(parseQuery('一种甘蔗的加工').words).toEqual(['甘蔗', '加工'])
  })

  it('folds full-width and capital letters', () => {
    expect(parseQuery('ＧＰＳ　定位').words).toEqual(['gps', '定位'])
  })

  it('takes the last word for one still being typed, unless something follows it', () => {
    expect(parseQuery('lithium batt').openWord).toBe('batt')
    expect(parseQuery('lithium batt ').openWord).toBeNull()
    expect(parseQuery('li').openWord).toBeNull()
    expect(parseQuery('"lithium batt"').openWord).toBeNull()
  })

  it.each([
    ['ZL201710601862.3', ''],
    ['专利 zl 2017 1 0601862.3 电池', '专利 电池'],
    ['CN108123456A', ''],
    ['２０１７１０６０１８６２．３', ''],
  ])('takes the number out of %s', (text, rest) => {
    const parsed = parseQuery(text)
    expect(parsed.numbers).toHaveLength(1)
    expect(parsed.rest.replaceAll(/\s+/g, ' ')).toBe(rest)
  })

  it.each([
    '"202119900009.5"',
    '“ZL202119900009.5”',
    '＂２０２１１９９００００９．５＂',
    '「zl 2021 1 9900009.5」',
  ])('reads the number in %s as without quotation marks', (text) => {
    const parsed = parseQuery(`登革热 ${text}`)
    expect(parsed).toMatchObject({ words: ['登革热'], phrases: [], excluded: [] })
    expect(parsed.numbers).toHaveLength(1)
    expect(parsed.numbers[0]).toContain('2021199000095')
  })

  it('keeps a phrase that names more than a number', () => {
    const parsed = parseQuery('"solid state 202119900009"')
    expect(parsed).toMatchObject({ numbers: [], phrases: [['solid', 'state', '202119900009']] })
  })

  it.each([
    '-202119900009.5',
    '-ZL202119900009.5',
    '－２０２１１９９００００９．５',
    '-zl 2021 1 9900009.5',
    '-"ZL202119900009.5"',
  ])('leaves out the number behind the minus sign of %s', (text) => {
    const parsed = parseQuery(`登革热 ${text}`)
    expect(parsed).toMatchObject({ numbers: [], words: ['登革热'], phrases: [], rest: '登革热' })
    expect(parsed.excluded).toContainEqual(['2021199000095'])
    expect(parsed.excluded).toContainEqual(['202119900009'])
  })

  it.each(['电池-202119900009.5', '- 202119900009.5'])('asks for the number in %s', (text) => {
    expect(parseQuery(text)).toMatchObject({ numbers: [['2021199000095', '202119900009']], excluded: [] })
  })

  it.each(['2026 年', 'TiO2', '5G 通信', 'IEC 61850'])('leaves the number in %s where it is', (text) => {
    expect(parseQuery(text).numbers).toEqual([])
  })

  it('bears anything', () => {
    expect(parseQuery('x '.repeat(500)).words).toEqual(['x'])
    expect(parseQuery('\u0000\ud800 "\' -').words).toEqual([])
  })
})
