import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { workspace as source } from '../zh-CN/workspace.ts'

export const workspace: Translation<typeof source> = {}
