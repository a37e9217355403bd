import { describe, expect, it } from 'vitest'
import { similarHit, tellingTerms } from './alike.ts'
import { sampleDocument } from './testing/sample-documents.ts'
import { wordsOfText } from './text/key-terms.ts'

const HOLDING: Readonly<Record<string, number>> = { 石墨烯: 11, 正极材料: 4, 正极: 6, 材料: 80, 生产线: 95 }

const sharedWith = (source: string, titleZh: string): string[] => {
  const terms = tellingTerms(wordsOfText(source), (word) => HOLDING[word] ?? 1, 956, 16)
  return similarHit(sampleDocument(1, { titleZh }), terms, []).sharedTerms
}

describe('the reasons why a listing is like another', () => {
  it('are the words that carry it, the rarest first, without the common ones beside them', () => {
    expect(sharedWith('石墨烯正极材料生产线', '一种生产线上的石墨烯与正极材料')).toEqual([
      '正极材料',
      '石墨烯',
    ])
  })

  it('are common words where there is nothing rarer', () => {
    expect(sharedWith('木材生产线', '一种陶瓷生产线')).toEqual(['生产线'])
  })

  it.each([
    ['一种基于系统的方法', '另一种装置与系统的方法'],
    ['a new method based on a system', 'A system that keeps more of a method based on it'],
  ])('are no words that any listing may say: %s', (source, title) => {
    expect(sharedWith(source, title)).toEqual([])
  })
})
