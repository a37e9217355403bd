import { expect, test } from 'vitest'
import { localeOf, pathInLocale, pick } from './locale.ts'

const at = (query: string) => new URL(`http://market.test/search${query}`)

test('the address decides, then the cookie, then Chinese', () => {
  expect(localeOf(at('?lang=en'), 'market_locale=zh-CN')).toBe('en')
  expect(localeOf(at(''), 'a=1; market_locale=en')).toBe('en')
  expect(localeOf(at('?lang=fr'), 'market_locale=xx')).toBe('zh-CN')
})

test('each language has its own address, Chinese the bare one', () => {
  expect(pathInLocale('/search?q=%E7%94%98&lang=zh-CN', 'en')).toBe('/search?q=%E7%94%98&lang=en')
  expect(pathInLocale('/search?lang=en', 'zh-CN')).toBe('/search')
})

test('a text that was never translated is shown in the language it has', () => {
  expect(pick({ titleZh: '甘蔗', titleEn: '' }, 'title', 'en')).toBe('甘蔗')
  expect(pick({ titleZh: '', titleEn: 'Cane' }, 'title', 'zh-CN')).toBe('Cane')
})
