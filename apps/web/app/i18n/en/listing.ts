import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { listing as source } from '../zh-CN/listing.ts'

export const listing: Translation<typeof source> = {}
