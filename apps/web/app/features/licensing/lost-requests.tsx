import type { LostRequestList } from '@market/contracts/licensing'
import { DECLINE_REASONS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import classes from './licensing.module.css'

/** Why requests for a listing came to nothing, and what its owner could do about each. */
export function LostRequests({ items }: { items: LostRequestList['items'] }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  if (items.length === 0) return null
  const reasons = [...new Set(items.map(({ reason }) => reason))]
  return (
    <section className={classes.section}>
      <h2>{t('lost.title')}</h2>
      <p className={classes.hint}>{t('lost.lead')}</p>
      <Facts>
        {reasons.map((reason) => (
          <Fact key={reason} label={labelOf(DECLINE_REASONS, reason, locale)}>
            {t(`lost.advice.${reason}`)}
            <span className={classes.maker}>
              {items
                .filter((item) => item.reason === reason)
                .map(({ by, requests }) => t(`lost.by.${by}`, { count: requests }))
                .join(t('listSeparator'))}
            </span>
          </Fact>
        ))}
      </Facts>
    </section>
  )
}
