import { describe, expect, it } from 'vitest'
import { pickWords, segment, segmentForIndex, subwords } from './segment.ts'

const segmentOf = (run: string): string[] => segment(run).map(({ text }) => text)
const texts = (words: readonly { text: string }[]): string[] => words.map((word) => word.text)

describe('segment', () => {
  it('cuts Chinese into dictionary words', () => {
    expect(texts(segment('甘蔗渣制备生物质炭'))).toEqual(['甘蔗渣', '制备', '生物质炭'])
  })

  it('keeps formulas and letters together and drops signs', () => {
    expect(texts(segment('TiO2/石墨烯-Pb2+（C反应蛋白）'))).toEqual([
      'tio2',
      '石墨烯',
      'pb2',
      'c',
      '反应',
      '蛋白',
    ])
  })

  it('says where each word stands in the original', () => {
    const text = 'ＧＰＳ 定位系统'
    expect(segment(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ＧＰＳ', '定位系统'])
  })
})

describe('segmentForIndex', () => {
  it('adds the words inside a longer one, at its place', () => {
    const words = segmentForIndex('锂电池')
    expect(texts(words)).toEqual(expect.arrayContaining(['锂电池', '锂电', '电池']))
    expect(new Set(words.map((word) => word.position)).size).toBe(1)
  })

  it.each(['e-mail', 'Ｅ－ｍａｉｌ'])('joins what a hyphen joins: %s', (text) => {
    expect(texts(segmentForIndex(text))).toEqual(['e', 'mail', 'email'])
  })
})

describe('pickWords', () => {
  const text = '锂电池的e-mail,𠮷田锂离子电池组'

  it('leaves out Chinese words not wanted, and keeps place and position of the others', () => {
    const wanted = (word: string) => ['电池', '锂离子', '田'].includes(word)
    const everyOne = segmentForIndex(text)
    const picked = pickWords(text, segmentOf, wanted)
    expect(picked.filter((word) => /\p{Script=Han}/u.test(word.text))).toEqual(
      everyOne.filter((word) => wanted(word.text)),
    )
    expect(texts(picked)).toEqual(expect.arrayContaining(['e', 'mail', 'email']))
    for (const word of picked.filter(({ text }) => text === '电池'))
      expect(text.slice(word.start, word.end)).toBe('电池')
  })

  it('cuts no run that does not matter, but gives it a place', () => {
    const words = pickWords(
      '锂电池 abc 薄膜',
      (run) => (run === '薄膜' ? segmentOf(run) : null),
      () => true,
    )
    expect(words).toEqual([
      { text: 'abc', start: 4, end: 7, position: 2 },
      { text: '薄膜', start: 8, end: 10, position: 3 },
    ])
  })
})

describe('subwords', () => {
  it('are the shorter words inside, and none for a word of letters', () => {
    expect(subwords('锂电池').toSorted()).toEqual(['电池', '锂电'].sort())
    expect(subwords('batteries')).toEqual([])
  })
})
