import { describe, expect, it } from 'vitest'
import { segment, segmentForIndex, subwords } from './segment.ts'

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

  it('joins what a hyphen joins', () => {
    expect(texts(segmentForIndex('e-mail'))).toEqual(['e', 'mail', 'email'])
  })
})

describe('subwords', () => {
  it('are the shorter words inside, and none for a word of letters', () => {
    expect(subwords('锂电池').toSorted()).toEqual(['电池', '锂电'].sort())
    expect(subwords('batteries')).toEqual([])
  })
})
