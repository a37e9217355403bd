import type { PlanTurnover } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './plans.module.css'

export function YearLinks({ turnover: { plan, years, year } }: { turnover: PlanTurnover }) {
  const { t } = useTranslation('plans')
  return (
    <nav aria-label={t('plan.yearPicker')} className={`${classes.years} no-print`}>
      {years
        .filter(({ begun }) => begun)
        .map((other) => (
          <Link
            key={other.year}
            to={`/plans/${plan.key}?year=${other.year}`}
            aria-current={other.year === year || undefined}
            preventScrollReset
          >
            {other.year}
          </Link>
        ))}
    </nav>
  )
}
