import type { Registration } from '@market/contracts/registration'
import { findRegime } from '@market/domain/regimes'
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
          <li>
            {t(`regime.decision.${regime.decision.kind}`, { count: regime.decision.days })}
            {registration.dueOn !== null &&
              ` ${t('regime.due', { date: formatDay(registration.dueOn, locale) })}`}
            <small>
              {nameIn(regime.decision.basis, locale)} <VerifiedMark verified={regime.decision.verified} />
            </small>
          </li>
          <li>
            {t(regime.types.view === 'five' ? 'regime.fiveTypes' : 'regime.fourTypes')}
            <small>
              {nameIn(regime.types.basis, locale)} <VerifiedMark verified={regime.types.verified} />
            </small>
          </li>
          {registration.secondReviewNeeded && (
            <li>
              {t('regime.secondReview')}
              <small>
                {nameIn(regime.largeContracts.basis, locale)}{' '}
                <VerifiedMark verified={regime.largeContracts.verified} />
              </small>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
