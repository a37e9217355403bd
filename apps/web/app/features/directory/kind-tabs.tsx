import { labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from './directory.module.css'

/** Kinds that trade or serve on the market; authority and operator run it. */
export const LISTED_KINDS = ['university', 'institute', 'company', 'agency', 'provider'] as const

const addressOf = (kind: string | null, q: string): string => {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(q && { q }) })
  return query.size > 0 ? `${paths.organizations}?${query}` : paths.organizations
}

/** The kinds, each with the name that is looked for. */
export function KindTabs({ current, q }: { current: string | null; q: string }) {
  const { t } = useTranslation('directory')
  const locale = useLocale()
  return (
    <nav aria-label={t('kinds')} className={classes.tabs}>
      <Link to={addressOf(null, q)} aria-current={current === null ? 'page' : undefined}>
        {t('all')}
      </Link>
      {LISTED_KINDS.map((kind) => (
        <Link key={kind} to={addressOf(kind, q)} aria-current={kind === current ? 'page' : undefined}>
          {labelOf(ORGANIZATION_KIND_NAMES, kind, locale)}
        </Link>
      ))}
    </nav>
  )
}
