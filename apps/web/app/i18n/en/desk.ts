import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { desk as source } from '../zh-CN/desk.ts'

export const desk: Translation<typeof source> = {}
