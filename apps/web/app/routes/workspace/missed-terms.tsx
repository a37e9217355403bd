import { MissedTerms } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { Count } from '../../ui/count.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/missed-terms.ts'

export const loader = ({ context }: Route.LoaderArgs) => apiOf(context).get('/api/search/misses', MissedTerms)

type Missed = MissedTerms['items'][number]

export default function MissedTermsPage({ loaderData: { items, leastVisitors } }: Route.ComponentProps) {
  const { t } = useTranslation('returning')
  const least = leastVisitors
  const columns: Column<Missed>[] = [
    {
      key: 'term',
      label: t('misses.term'),
      cell: ({ term }) => <Link to={paths.searchBy('q', term)}>{term}</Link>,
    },
    { key: 'week', label: t('misses.week'), cell: ({ weekOn }) => <Day date={weekOn} /> },
    {
      key: 'visitors',
      label: t('misses.visitors'),
      numeric: true,
      cell: ({ visitors }) => <Count of={visitors} />,
    },
    {
      key: 'dates',
      label: t('misses.dates'),
      cell: ({ firstOn, lastOn }) =>
        firstOn === lastOn ? <Day date={firstOn} /> : t('misses.between', { first: firstOn, last: lastOn }),
    },
  ]
  return (
    <>
      <PageHead title={t('misses.title')} unlisted />
      <PageHeader title={t('misses.title')} lead={t('misses.lead', { least })} />
      {items.length === 0 ? (
        <EmptyState title={t('misses.empty')}>{t('misses.emptyHint', { least })}</EmptyState>
      ) : (
        <DataTable
          caption={t('misses.title')}
          captionHidden
          columns={columns}
          rows={items}
          rowKey={({ term, weekOn }) => `${weekOn} ${term}`}
        />
      )}
    </>
  )
}
