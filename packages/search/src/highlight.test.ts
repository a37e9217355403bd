import { describe, expect, it } from 'vitest'
import { excerpt, mark } from './highlight.ts'

const only = (...words: string[]) => ({
  mayHit: () => true,
  single: (word: string) => words.includes(word),
  together: [],
})

describe('mark', () => {
  it('marks whole words and joins neighbours', () => {
    expect(mark('量子密钥薄膜', only('量子', '密钥'))).toEqual([
      { text: '量子密钥', marked: true },
      { text: '薄膜', marked: false },
    ])
  })

  it('marks words hit together only where they stand together', () => {
    const together = { mayHit: () => true, single: () => false, together: [['lithium', 'battery']] }
    expect(mark('Lithium batteries, not any battery', together)).toEqual([
      { text: 'Lithium', marked: true },
      { text: ' ', marked: false },
      { text: 'batteries', marked: true },
      { text: ', not any battery', marked: false },
    ])
  })

  it('marks a name of several words where the last of them begins a longer one', () => {
    const asked = (...words: string[]) => ({ ...only(...words), together: [['锂离子', '电池']] })
    for (const matches of [asked(), asked('电池组')]) {
      const [first] = mark('锂离子电池组', matches)
      expect(first).toMatchObject({ marked: true })
      expect(first?.text.startsWith('锂离子电池')).toBe(true)
    }
  })

  it('marks what a hyphen joins, words inside longer ones, and behind rare characters', () => {
    const marked = (text: string, ...words: string[]) =>
      mark(text, only(...words)).flatMap((segment) => (segment.marked ? segment.text : []))
    expect(marked('an e-mail', 'email')).toEqual(['e-mail'])
    expect(marked('锂电池', '电池')).toEqual(['电池'])
    expect(marked('𠮷田的薄膜', '薄膜')).toEqual(['薄膜'])
  })

  it('keeps the original letters and every sign', () => {
    const text = '<b>ＧＰＳ</b> & "gps"'
    const segments = mark(text, only('gps'))
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
    expect(segments.filter((segment) => segment.marked).map((segment) => segment.text)).toEqual([
      'ＧＰＳ',
      'gps',
    ])
  })
})

describe('excerpt', () => {
  it('keeps a short text whole', () => {
    expect(excerpt([{ text: '短文', marked: false }], 'zh-CN')).toEqual([{ text: '短文', marked: false }])
  })

  it('shows the part of a long text where the hits are, with an ellipsis where it was cut', () => {
    const text = `${'长文。'.repeat(80)}石墨烯${'长文。'.repeat(80)}`
    const segments = excerpt(mark(text, only('石墨烯')), 'zh-CN')
    expect(segments.find((segment) => segment.marked)?.text).toBe('石墨烯')
    expect(segments.at(0)?.text.startsWith('…')).toBe(true)
    expect(segments.at(-1)?.text.endsWith('…')).toBe(true)
    expect(segments.map((segment) => segment.text).join('').length).toBeLessThanOrEqual(102)
  })

  it('does not begin in the middle of an English word', () => {
    const text = `${'plain words here '.repeat(30)}graphene ${'plain words here '.repeat(30)}`
    const [first] = excerpt(mark(text, only('graphene')), 'en')
    expect(first?.text).toMatch(/^…(plain|words|here) /)
  })
})
