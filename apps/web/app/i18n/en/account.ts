import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { account as source } from '../zh-CN/account.ts'

export const account: Translation<typeof source> = {}
