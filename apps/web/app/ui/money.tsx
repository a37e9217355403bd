import { type Fen, formatFen, formatYuan, type MoneyUnit } from '@market/domain'
import type { Locale } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { Withheld } from './withheld.tsx'

interface MoneyProps {
  /** Null: not for this reader. */
  fen: Fen | null
  /** Amounts read in 万元; ledgers and forms in yuan; a city's total in 亿元. */
  unit?: MoneyUnit
}

const MILLION_YUAN = 100_000_000

/** English counts in millions from a million on: 'CNY 320,000', not 'CNY 0.32 million'. */
function amountText(fen: Fen, unit: MoneyUnit, locale: Locale): string {
  if (locale !== 'en' || unit === 'yuan' || Math.abs(fen) >= MILLION_YUAN) return formatFen(fen, unit, locale)
  return formatFen(fen, 'yuan', locale).replace(/\.00$/, '')
}

/** An amount for people, with the exact yuan on hover and for machines. */
export function Money({ fen, unit = 'wan' }: MoneyProps) {
  const locale = useLocale()
  if (fen === null) return <Withheld />
  return (
    <data value={formatYuan(fen)} title={formatFen(fen, 'yuan', locale)}>
      {amountText(fen, unit, locale)}
    </data>
  )
}
