import type { TurnoverSummary } from '@market/contracts/indicators'
import { formatFen } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatShare } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Money } from '../../ui/money.tsx'
import { ReleasedNote } from '../../ui/released-note.tsx'
import classes from './home.module.css'

/** The year's turnover against the plan: one quiet line that leads to its explanation. */
export function TurnoverLine({ turnover }: { turnover: TurnoverSummary }) {
  const { t } = useTranslation('home')
  const { plan, pathFen, contractAmountFen, contractCount, year } = turnover
  const explanation = plan ? `/plans/${plan.key}` : `/turnover?${turnover.contractsQuery}`
  return (
    <section className={classes.turnover} aria-label={t('figure.label', { year })}>
      <p className={classes.turnoverLabel}>
        {t('figure.label', { year })}
        {plan?.sample && <span className={classes.sample}>{t('figure.sample')}</span>}
      </p>
      {contractCount === 0 ? (
        <p>{t('figure.none')}</p>
      ) : (
        <p className={classes.turnoverValue}>
          <Money fen={contractAmountFen} />
        </p>
      )}
      {pathFen !== null && contractAmountFen !== null && (
        <Progress value={contractAmountFen} path={pathFen} />
      )}
      <p className={classes.turnoverNote}>
        {contractCount !== null && contractCount > 0 && (
          <span>{t('figure.contracts', { count: contractCount })}</span>
        )}
        {turnover.released && (
          <span>
            <ReleasedNote released={turnover.released} asKnownAt={turnover.asKnownAt} />
          </span>
        )}
        <Link to={explanation}>{t('figure.explain')}</Link>
      </p>
    </section>
  )
}

function Progress({ value, path }: { value: number; path: number }) {
  const { t } = useTranslation('home')
  const locale = useLocale()
  const share = formatShare(value, path)
  return (
    <>
      <svg className={classes.progress} viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="2" className={classes.progressPath} />
        <rect width={Math.min(100, (value / path) * 100)} height="2" className={classes.progressValue} />
      </svg>
      <p className={classes.turnoverPath}>
        {t('figure.ofPath', { amount: formatFen(path, 'wan', locale), share })}
      </p>
    </>
  )
}
