import type { TurnoverForecast } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Count } from '../../ui/count.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './plans.module.css'

/** Where the current year is likely to end, what that rests on, and the method word for word. */
export function Forecast({ forecast }: { forecast: TurnoverForecast }) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { year, registered, undecided, expectedFen, highFen, seasonalShare, years, asOf } = forecast
  return (
    <section className={classes.section}>
      <h2>{t('forecast.title', { year })}</h2>
      <p className={classes.quiet}>{t('plan.asKnown', { at: formatInstant(asOf, locale) })}</p>
      <div className={classes.figures}>
        <Facts>
          <Fact label={t('forecast.registered')}>
            <Money fen={registered.contractAmountFen} />
          </Fact>
          <Fact label={t('forecast.expected')}>
            <Money fen={expectedFen} />
          </Fact>
          <Fact label={t('forecast.high')}>
            <Money fen={highFen} />
          </Fact>
          <Fact label={t('forecast.undecided')}>
            <Count of={undecided?.contractCount ?? null} /> ·{' '}
            <Money fen={undecided?.contractAmountFen ?? null} />
          </Fact>
          <Fact label={t('forecast.seasonal')}>
            {seasonalShare === null
              ? t('forecast.noPast')
              : t('forecast.share', {
                  share: (seasonalShare * 100).toFixed(1),
                  years: years.join(locale === 'en' ? ', ' : '、'),
                })}
          </Fact>
        </Facts>
        <details className={classes.method}>
          <summary>{t('forecast.method')}</summary>
          <p>{pick(forecast, 'method', locale)}</p>
        </details>
      </div>
    </section>
  )
}
