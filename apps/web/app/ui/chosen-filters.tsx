import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { type ChosenFilter, filterText } from '../lib/chosen-filters.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import classes from './chosen-filters.module.css'

/** What narrows a search, each with the way to let go of it. */
export function ChosenFilters({ filters }: { filters: readonly ChosenFilter[] }) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  const { pathname, search } = useLocation()
  if (filters.length === 0) return null
  return (
    <ul className={`${classes.chips} no-print`} aria-label={t('facets.chosen')}>
      {filters.map((filter) => {
        const params = new URLSearchParams(search)
        params.delete(filter.name, filter.value)
        params.delete('cursor')
        return (
          <li key={`${filter.name} ${filter.value}`}>
            <Link to={`${pathname}?${params}`} rel="nofollow">
              <span className="visually-hidden">{t('facets.remove')} </span>
              {filterText(filter, t, locale)}
              <IconX size={14} aria-hidden="true" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
