import type { ComparableList } from '@market/contracts/indicators'
import { EXCLUSIVITIES, labelOf, TECHNICAL_FIELDS } from '@market/domain/codes'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Money } from '../../ui/money.tsx'
import classes from './licensing.module.css'

/** What comparable contracts of the register cost; says nothing where there are too few to say it of. */
export function Comparables({ items }: { items: ComparableList['items'] }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  if (items.length === 0) return null
  return (
    <aside className={classes.comparables} aria-label={t('comparables.title')}>
      <h3>{t('comparables.title')}</h3>
      <ul className={classes.plain}>
        {items.map(
          ({ field, type, exclusivity, contractCount, lowerQuartileFen, medianFen, upperQuartileFen }) => (
            <li key={`${field} ${type} ${exclusivity}`}>
              {labelOf(TECHNICAL_FIELDS, field, locale)} · {labelOf(CONTRACT_TYPES, type, locale)} ·{' '}
              {labelOf(EXCLUSIVITIES, exclusivity, locale)}
              <span className={classes.maker}>
                {t('comparables.range', { count: contractCount })} <Money fen={lowerQuartileFen} /> –{' '}
                <Money fen={upperQuartileFen} /> · {t('comparables.median')} <Money fen={medianFen} />
              </span>
            </li>
          ),
        )}
      </ul>
      <Link to="/turnover/comparables">{t('comparables.definition')}</Link>
    </aside>
  )
}
