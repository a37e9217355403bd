import type { Locale } from '@market/domain'
import { LETTERS_EN } from './en.ts'
import type { Letters } from './letters.ts'
import { LETTERS_ZH } from './zh-cn.ts'

export type { BrokerageFacts, FoundListing, Letter, Letters, ListingReader, Todo } from './letters.ts'

export const LETTERS: Record<Locale, Letters> = { 'zh-CN': LETTERS_ZH, en: LETTERS_EN }
