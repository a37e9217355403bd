import type { Locale } from './i18n/locale.ts'

const CHINESE = /\p{Script=Han}/u

/** Of words that two bilingual texts share, those in the reader's language; all of them where there is none. */
export const wordsInLocale = (words: readonly string[], locale: Locale): readonly string[] => {
  const own = words.filter((word) => CHINESE.test(word) === (locale === 'zh-CN'))
  return own.length > 0 ? own : words
}
