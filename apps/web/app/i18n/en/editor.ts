import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { editor as source } from '../zh-CN/editor.ts'

export const editor: Translation<typeof source> = {}
