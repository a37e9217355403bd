import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { search as source } from '../zh-CN/search.ts'

export const search: Translation<typeof source> = {}
