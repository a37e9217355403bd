import type { Right } from '@market/contracts/listings'
import { labelOf, RIGHT_KINDS, RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day } from '../../ui/day.tsx'
import classes from './listing.module.css'

/** Every right that comes with the listing, with what the register of rights says of it. */
export function Rights({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation('listing')
  return (
    <section>
      <h2>{t('rights.title')}</h2>
      {rights.length === 0 ? (
        <p>{t('rights.none')}</p>
      ) : (
        <ul className={classes.rights}>
          {rights.map((right) => (
            <RightItem key={right.id} right={right} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RightItem({ right }: { right: Right }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  const list = locale === 'en' ? ', ' : '、'
  return (
    <li>
      <p className={classes.rightHead}>
        <strong>{right.number ?? t('rights.noNumber')}</strong>
        <span>{labelOf(RIGHT_KINDS, right.kind, locale)}</span>
        <span className={classes.status} data-live={right.legalStatus === 'in_force' || undefined}>
          {labelOf(RIGHT_LEGAL_STATUSES, right.legalStatus, locale)}
        </span>
      </p>
      {right.title !== '' && <p>{right.title}</p>}
      <dl className={classes.rightFacts}>
        <RightFact label={t('rights.owners')}>{right.ownerNames.join(list)}</RightFact>
        <RightFact label={t('rights.inventors')}>{right.inventorNames.join(list)}</RightFact>
        <RightFact label={t('rights.filedOn')}>{right.filedOn && <Day date={right.filedOn} />}</RightFact>
        <RightFact label={t('rights.grantedOn')}>
          {right.grantedOn && <Day date={right.grantedOn} />}
        </RightFact>
        <RightFact label={t('rights.expiresOn')}>
          {right.expiresOn && <Day date={right.expiresOn} />}
        </RightFact>
      </dl>
    </li>
  )
}

function RightFact({ label, children }: { label: string; children: React.ReactNode }) {
  if (children === null || children === '') return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
