import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { directory as source } from '../zh-CN/directory.ts'

export const directory: Translation<typeof source> = {}
