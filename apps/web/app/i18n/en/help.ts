import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { help as source } from '../zh-CN/help.ts'

export const help: Translation<typeof source> = {}
