import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Sort } from './load-search.server.ts'
import classes from './search.module.css'

const SORTS: readonly Sort[] = ['relevance', 'newest', 'price_asc', 'price_desc']

/** Orders to choose from; relevance means nothing without words. */
export function SortLinks({ current, hasWords }: { current: Sort; hasWords: boolean }) {
  const { t } = useTranslation('search')
  const { search } = useLocation()
  return (
    <nav aria-label={t('sort')} className={classes.sorts}>
      {SORTS.filter((sort) => hasWords || sort !== 'relevance').map((sort) => {
        const params = new URLSearchParams(search)
        params.delete('cursor')
        params.set('sort', sort)
        return (
          <Link
            key={sort}
            to={`/search?${params}`}
            rel="nofollow"
            aria-current={sort === current || undefined}
          >
            {t(`sorts.${sort}`)}
          </Link>
        )
      })}
    </nav>
  )
}
