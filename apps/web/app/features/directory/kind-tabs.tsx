import { labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './directory.module.css'

/** Kinds that trade or serve on the market; authority and operator run it. */
export const LISTED_KINDS = ['university', 'institute', 'company', 'agency', 'provider'] as const

export function KindTabs({ current }: { current: string | null }) {
  const { t } = useTranslation('directory')
  const locale = useLocale()
  return (
    <nav aria-label={t('kinds')} className={classes.tabs}>
      <Link to="/organizations" aria-current={current === null ? 'page' : undefined}>
        {t('all')}
      </Link>
      {LISTED_KINDS.map((kind) => (
        <Link
          key={kind}
          to={`/organizations?kind=${kind}`}
          aria-current={kind === current ? 'page' : undefined}
        >
          {labelOf(ORGANIZATION_KIND_NAMES, kind, locale)}
        </Link>
      ))}
    </nav>
  )
}
