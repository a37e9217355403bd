import type { Indicator } from '@market/contracts/indicators'
import { formatFen } from '@market/domain'
import { type Locale, pick } from '../../lib/i18n/locale.ts'

type Measured = Pick<Indicator, 'computation' | 'unitZh' | 'unitEn'>

/** A value with its unit. Turnover travels in fen, whatever unit the plan's text names. */
export function quantityText(indicator: Measured, value: string | null, locale: Locale): string {
  if (value === null) return '–'
  if (indicator.computation === 'turnover') return formatFen(Number(value), 'wan', locale)
  return `${value} ${pick(indicator, 'unit', locale)}`
}
