import type { i18n } from 'i18next'
import { en } from '../../i18n/en/index.ts'
import { zhCN } from '../../i18n/zh-CN/index.ts'
import { createI18n } from './create-i18n.ts'
import type { Locale } from './locale.ts'

// Nothing in an instance changes after its start, so all requests of a language share one.
const instances: Record<Locale, i18n> = { 'zh-CN': createI18n('zh-CN', zhCN), en: createI18n('en', en) }

export function serverI18n(locale: Locale): i18n {
  return instances[locale]
}
