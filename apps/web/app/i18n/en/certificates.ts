import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { certificates as source } from '../zh-CN/certificates.ts'

export const certificates: Translation<typeof source> = {}
