import type { Registration } from '@market/contracts/registration'
import { findRegime, isLargeContract, type Provision, type Regime, regimeFor } from '@market/domain/regimes'
import { deadlineOf } from '@market/domain/registration'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './desk.module.css'

/** Whether somebody has read the text a rule stands on. */
export function VerifiedMark({ verified }: { verified: boolean }) {
  const { t } = useTranslation('desk')
  return (
    <span className={classes.verified} data-verified={verified || undefined}>
      {t(verified ? 'regime.verified' : 'regime.unverified')}
    </span>
  )
}

/** The rules this contract is judged by, and how far they are certain. */
export function RegimeNote({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const regime = findRegime(registration.regime.key)
  return (
    <section className={classes.regime}>
      <h3>
        {pick(registration.regime, 'name', locale)} <VerifiedMark verified={registration.regime.verified} />
      </h3>
      {!registration.regime.verified && <p>{t('regime.explain')}</p>}
      {regime && (
        <ul>
          <DecisionRule regime={regime} registration={registration} />
          <Rule provision={regime.applicant}>
            {t(registration.applicantSide === 'buyer' ? 'regime.buyerApplies' : 'regime.sellerApplies')}{' '}
            {regime.registry.withinRegion && t('regime.withinRegion')}
          </Rule>
          <Rule provision={regime.application}>
            {t(regime.application.withinValidity ? 'regime.withinValidity' : 'regime.anyTime')}
          </Rule>
          <TypesRule types={regimeFor(registration.form.signedOn).types} />
          {registration.secondReviewNeeded && (
            <Rule provision={regime.largeContracts}>{t('regime.secondReview')}</Rule>
          )}
          <Rule provision={regime.refusals}>
            {t('regime.refusals', { count: regime.refusals.reasons.length })}
          </Rule>
          <Rule provision={regime.certificate}>{t('regime.certificate')}</Rule>
        </ul>
      )}
    </section>
  )
}

function Rule({ provision, children }: { provision: Provision<object>; children: ReactNode }) {
  const locale = useLocale()
  return (
    <li>
      {children}
      <small>
        {nameIn(provision.basis, locale)} <VerifiedMark verified={provision.verified} />
      </small>
    </li>
  )
}

/** The days a contract of this size has; a large one has its own. */
function DecisionRule({ regime, registration }: { regime: Regime; registration: Registration }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const { technologyAmountFen, dueOn } = registration
  const { days, kind, restartsOnCorrection } = deadlineOf(regime, technologyAmountFen)
  const large = isLargeContract(regime, technologyAmountFen) && regime.largeContracts.deadline !== null
  return (
    <Rule provision={large ? regime.largeContracts : regime.decision}>
      {t(`regime.decision.${kind}`, { count: days })} {restartsOnCorrection && t('regime.restarts')}{' '}
      {dueOn !== null && t('regime.due', { date: formatDay(dueOn, locale) })}
    </Rule>
  )
}

/** By the law of the day of signing, whatever the procedure. */
function TypesRule({ types }: { types: Regime['types'] }) {
  const { t } = useTranslation('desk')
  return <Rule provision={types}>{t(types.view === 'five' ? 'regime.fiveTypes' : 'regime.fourTypes')}</Rule>
}
