import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { filterText } from '../../lib/chosen-filters.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Loosened } from './load-search.server.ts'
import classes from './search.module.css'

interface NoResultsProps {
  q: string
  filtered: boolean
  /** Filters without which something would be found. */
  ways: readonly Loosened[]
}

/** What to do when nothing was found: which filter is in the way, how to ask otherwise, or to ask the owners. */
export function NoResults({ q, filtered, ways }: NoResultsProps) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <>
          <Button component={Link} to={paths.newNeedAbout(q)}>
            {t('empty.need')}
          </Button>
          {filtered && (
            <Button component={Link} to={`/search?${new URLSearchParams({ q })}`} variant="default">
              {t('empty.clear')}
            </Button>
          )}
          <Button component={Link} to="/search" variant="default">
            {t('empty.all')}
          </Button>
        </>
      }
    >
      <div className={classes.tips}>
        {ways.length > 0 && (
          <>
            <p>{t('empty.without')}</p>
            <ul>
              {ways.map(({ filter, search, total }) => (
                <li key={search}>
                  <Link to={`/search?${search}`} data-without={filter.name}>
                    {t('empty.withoutOne', { filter: filterText(filter, t, locale) })}
                  </Link>{' '}
                  <span className={classes.count}>{t('total', { count: total })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>{t('empty.tips')}</p>
        <ul>
          <li>{t('empty.fewer')}</li>
          <li>{t('empty.other')}</li>
          <li>{t('empty.number')}</li>
        </ul>
      </div>
    </EmptyState>
  )
}
