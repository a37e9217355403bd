import { expect, it } from 'vitest'
import { wordsInLocale } from './shared-words.ts'

it('shows the words of the reader’s language, and all where it has none', () => {
  const words = ['coating', '相对湿度', 'humidity']
  expect(wordsInLocale(words, 'zh-CN')).toEqual(['相对湿度'])
  expect(wordsInLocale(words, 'en')).toEqual(['coating', 'humidity'])
  expect(wordsInLocale(['humidity'], 'zh-CN')).toEqual(['humidity'])
})
