import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { contracts as source } from '../zh-CN/contracts.ts'

export const contracts: Translation<typeof source> = {}
