import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './search.module.css'

/** What to do when nothing was found. */
export function NoResults({ q, filtered }: { q: string; filtered: boolean }) {
  const { t } = useTranslation('search')
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <>
          {filtered && (
            <Button component={Link} to={`/search?${new URLSearchParams({ q })}`}>
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
        <p>{t('empty.tips')}</p>
        <ul>
          <li>{t('empty.fewer')}</li>
          <li>{t('empty.other')}</li>
          <li>{t('empty.number')}</li>
          <li>
            <Link to={paths.newNeed}>{t('empty.need')}</Link>
          </li>
        </ul>
      </div>
    </EmptyState>
  )
}
