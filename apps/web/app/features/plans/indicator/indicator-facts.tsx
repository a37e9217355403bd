import { useTranslation } from 'react-i18next'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { IndicatorStateText } from '../indicator-state.tsx'
import { quantityText } from '../quantity.ts'
import type { IndicatorView } from './load-indicator.server.ts'

/** What an indicator is, whose it is, where it began and where it is to go. */
export function IndicatorFacts({ plan, indicator }: Pick<IndicatorView, 'plan' | 'indicator'>) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { state, latest, targetValue, aim, feed } = indicator
  return (
    <Facts>
      <Fact label={t('plan.indicator.state')}>
        <IndicatorStateText state={state} />
      </Fact>
      <Fact label={t('plan.indicator.latest')}>
        {latest === null
          ? t('plan.noValue')
          : t('plan.latestOf', { value: quantityText(indicator, latest.value, locale), year: latest.year })}
      </Fact>
      <Fact label={t('indicator.aim')}>{quantityText(indicator, aim, locale)}</Fact>
      <Fact label={t('indicator.target', { year: plan.endYear })}>
        {quantityText(indicator, targetValue, locale)}
      </Fact>
      <Fact label={t('plan.indicator.baseline')}>{indicator.baselineText || '–'}</Fact>
      <Fact label={t('plan.indicator.unit')}>{pick(indicator, 'unit', locale)}</Fact>
      <Fact label={t('plan.owner')}>{pick(indicator, 'owner', locale)}</Fact>
      <Fact label={t('plan.indicator.source')}>
        {feed === 'computed' ? t('plan.computed') : t('indicator.reported')}
      </Fact>
    </Facts>
  )
}
