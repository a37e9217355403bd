import type { TFunction } from 'i18next'

/** '2026', '2026-Q1' and '2026-03' as people say them. */
export function periodName(period: string, t: TFunction<'figures'>): string {
  const [year = period, part] = period.split('-')
  if (part === undefined) return t('periods.year', { year })
  if (part.startsWith('Q')) return t('periods.quarter', { year, quarter: part.slice(1) })
  return t('periods.month', { year, month: Number(part) })
}
