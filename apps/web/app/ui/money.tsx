import { type Fen, formatFen, formatYuan, type MoneyUnit } from '@market/domain'
import { useLocale } from '../lib/i18n/use-locale.ts'

interface MoneyProps {
  fen: Fen
  /** Amounts read in 万元; ledgers and forms in yuan; a city's total in 亿元. */
  unit?: MoneyUnit
}

/** An amount for people, with the exact yuan on hover and for machines. */
export function Money({ fen, unit = 'wan' }: MoneyProps) {
  const locale = useLocale()
  return (
    <data value={formatYuan(fen)} title={formatFen(fen, 'yuan', locale)}>
      {formatFen(fen, unit, locale)}
    </data>
  )
}
