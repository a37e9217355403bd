import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { organizations as source } from '../zh-CN/organizations.ts'

export const organizations: Translation<typeof source> = {}
