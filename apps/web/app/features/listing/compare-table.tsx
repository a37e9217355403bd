import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from './compare.module.css'
import { type CompareRow, useCompareRows } from './compare-rows.tsx'
import type { ListingView } from './load-listing.server.ts'

interface CompareTableProps {
  views: readonly ListingView[]
  onlyDifferences: boolean
}

/** Listings side by side; on a phone one item after the other, each listing's value under its name. */
export function CompareTable({ views, onlyDifferences }: CompareTableProps) {
  const { t } = useTranslation('returning')
  const rows = useCompareRows(views)
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows
  return (
    <>
      <Ways several={views.length > 1} onlyDifferences={onlyDifferences} />
      <table className={classes.table}>
        <caption className="visually-hidden">{t('compare.title')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('compare.attribute')}</span>
            </th>
            {views.map((view) => (
              <ListingHead key={view.listing.id} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} views={views} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p>{t('compare.allSame')}</p>}
    </>
  )
}

function Ways({ several, onlyDifferences }: { several: boolean; onlyDifferences: boolean }) {
  const { t } = useTranslation('returning')
  const params = new URLSearchParams(useLocation().search)
  if (onlyDifferences) params.delete('show')
  else params.set('show', 'differences')
  return (
    <p className={`${classes.switch} no-print`}>
      {several && (
        <Link to={`/compare?${params}`}>{t(onlyDifferences ? 'compare.all' : 'compare.only')}</Link>
      )}
      <Link to="/search">{t('compare.more')}</Link>
    </p>
  )
}

function ListingHead({ view: { listing } }: { view: ListingView }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const title = pick(listing, 'title', locale)
  const params = new URLSearchParams(useLocation().search)
  params.delete('id', listing.id)
  return (
    <th scope="col">
      <Link to={paths.listing(listing.id)}>{title}</Link>
      <Link
        to={`/compare?${params}`}
        className={`${classes.remove} no-print`}
        aria-label={t('compare.removeOne', { title })}
      >
        {t('compare.remove')}
      </Link>
    </th>
  )
}

function Row({ row, views }: { row: CompareRow; views: readonly ListingView[] }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  return (
    <tr data-differs={row.differs || undefined}>
      <th scope="row">
        {row.label}
        {row.differs && (
          <span className={classes.mark}>
            <span aria-hidden="true">≠ </span>
            {t('compare.differs')}
          </span>
        )}
      </th>
      {views.map(({ listing }, at) => (
        <td key={listing.id} data-label={pick(listing, 'title', locale)}>
          {row.cells[at]?.node || '–'}
        </td>
      ))}
    </tr>
  )
}
