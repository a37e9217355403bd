import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { plans as source } from '../zh-CN/plans.ts'

export const plans: Translation<typeof source> = {}
