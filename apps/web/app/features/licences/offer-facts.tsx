import type { LicenceOffer } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './licences.module.css'

/** Everything the terms say, tier by tier. */
export function OfferFacts({ offer }: { offer: LicenceOffer }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const conditions = pick(offer, 'conditions', locale)
  return (
    <>
      <p className={classes.words}>{t(`explain.${offer.kind}`)}</p>
      <Facts>
        {offer.tiers.map(({ tier, feeFen, termMonths }) => (
          <Fact key={tier} label={t('tierLine', { tier: t(`tier.${tier}`), months: termMonths })}>
            <Money fen={feeFen} />
          </Fact>
        ))}
        <Fact label={t('scope.fieldOfUse')}>{offer.fieldOfUse}</Fact>
        <Fact label={t('scope.territory')}>{offer.territory}</Fact>
        {offer.evaluationReport !== '' && <Fact label={t('scope.report')}>{offer.evaluationReport}</Fact>}
        {offer.knowHow && (
          <Fact label={t('knowHow.title')}>
            <KnowHowWords knowHow={offer.knowHow} />
          </Fact>
        )}
        {conditions !== '' && <Fact label={t('scope.conditions')}>{conditions}</Fact>}
      </Facts>
    </>
  )
}

function KnowHowWords({ knowHow }: { knowHow: NonNullable<LicenceOffer['knowHow']> }) {
  const { t } = useTranslation('licences')
  const { trainingDays, samples, drawings, feeFen } = knowHow
  const parts = [
    ...(trainingDays > 0 ? [t('knowHow.days', { days: trainingDays })] : []),
    ...(samples === '' ? [] : [t('knowHow.samples', { words: samples })]),
    ...(drawings === '' ? [] : [t('knowHow.drawings', { words: drawings })]),
  ]
  return (
    <>
      {parts.join(' · ')} · {t('knowHow.extra')} <Money fen={feeFen} />
    </>
  )
}
