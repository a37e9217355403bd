import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { licensing as source } from '../zh-CN/licensing.ts'

export const licensing: Translation<typeof source> = {}
