import type { ListingEncumbrances } from '@market/contracts/rights'
import { labelOf, RIGHT_ENDINGS, RIGHT_KINDS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from '../../ui/encumbrances.module.css'
import { EncumbranceLines } from '../../ui/encumbrances.tsx'
import { Notice } from '../../ui/notice.tsx'

/** How the rights stand today, for whoever thinks of licensing them. */
export function Encumbrances({ rights }: { rights: ListingEncumbrances['rights'] }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  if (rights.length === 0) return null
  return (
    <section className={classes.panel}>
      <h2>{t('panel.title')}</h2>
      <p className={classes.lead}>{t('panel.lead')}</p>
      {rights.map((right) => (
        <div key={right.id} className={classes.right}>
          <strong>{right.number ?? right.title}</strong> {labelOf(RIGHT_KINDS, right.kind, locale)}
          <EncumbranceLines lines={right.lines} />
          {right.alsoOfferedBy.length > 0 && (
            <p className={classes.also}>
              {t('also')}
              {right.alsoOfferedBy.map((organization) => (
                <Link key={organization.id} to={paths.organization(organization.id)}>
                  {pick(organization, 'name', locale)}
                </Link>
              ))}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

/** Why the listing takes no requests. */
export function FrozenNotice({ frozen }: { frozen: NonNullable<ListingEncumbrances['frozen']> }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  return (
    <Notice tone="needs-you" title={t('frozen.title')}>
      {t('frozen.words', {
        right: frozen.right,
        reason: labelOf(RIGHT_ENDINGS, frozen.reason, locale),
        date: formatInstantDay(frozen.since, locale),
      })}
    </Notice>
  )
}
