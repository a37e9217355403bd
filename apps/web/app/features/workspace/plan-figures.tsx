import type { TurnoverSummary } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { formatShare } from '../../lib/format.ts'
import { Count } from '../../ui/count.tsx'
import { Figure, FigureRow } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './workspace-home.module.css'

/** The one number the authority is asked for, with what stands behind it. */
export function PlanFigures({ turnover }: { turnover: TurnoverSummary }) {
  const { t } = useTranslation('workspace')
  const { year, contractAmountFen, contractCount, technologyAmountFen, targetFen, plan } = turnover
  const to = plan ? `/plans/${plan.key}` : '/plans'
  return (
    <div className={classes.figures}>
      <FigureRow>
        <Figure
          label={t('figures.turnover', { year })}
          value={<Money fen={contractAmountFen} unit="yi" />}
          note={
            targetFen === null || contractAmountFen === null
              ? undefined
              : t('figures.ofTarget', { share: formatShare(contractAmountFen, targetFen) })
          }
          to={to}
        />
        <Figure label={t('figures.contracts')} value={<Count of={contractCount} />} to={to} />
        <Figure
          label={t('figures.technology')}
          value={<Money fen={technologyAmountFen} unit="yi" />}
          to={to}
        />
      </FigureRow>
    </div>
  )
}
