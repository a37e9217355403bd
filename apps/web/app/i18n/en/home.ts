import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { home as source } from '../zh-CN/home.ts'

export const home: Translation<typeof source> = {}
