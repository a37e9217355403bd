import type { PriceMode } from '@market/domain/codes'
import { labelOf, PRICE_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { Money } from './money.tsx'
import classes from './price.module.css'

interface PriceProps {
  mode: PriceMode | null
  fen: number | null
  maxFen: number | null
}

/** What a listing costs, in the words of its price mode. */
export function Price({ mode, fen, maxFen }: PriceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (mode === null) return t('unknown')
  if (fen === null) return labelOf(PRICE_MODES, mode, locale)
  if (mode === 'range' && maxFen !== null) {
    return (
      <>
        <Money fen={fen} /> – <Money fen={maxFen} />
      </>
    )
  }
  return (
    <>
      <Money fen={fen} />
      {mode !== 'fixed' && <span className={classes.mode}>{labelOf(PRICE_MODES, mode, locale)}</span>}
    </>
  )
}
