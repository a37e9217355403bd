import type { StatisticsTotal } from '@market/contracts/indicators'
import { STATISTIC_FLOWS } from '@market/domain/indicators'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { Count } from '../../../ui/count.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Money } from '../../../ui/money.tsx'

/** The totals a table reproduces: its own whole, the sum of its places, and what lies in none of them. */
export function TotalsTable({ totals }: { totals: readonly StatisticsTotal[] }) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const numeric = true
  const columns: Column<StatisticsTotal>[] = [
    {
      key: 'period',
      label: t('official.period'),
      cell: ({ period, flow }) =>
        `${period} ${nameIn(
          STATISTIC_FLOWS.find(({ code }) => code === flow),
          locale,
          flow,
        )}`,
    },
    { key: 'places', label: t('official.places'), numeric, cell: ({ places }) => <Count of={places} /> },
    {
      key: 'nationCount',
      label: t('official.nationCount'),
      numeric,
      cell: ({ nationCount }) => (nationCount === null ? '–' : <Count of={nationCount} />),
    },
    {
      key: 'placesCount',
      label: t('official.placesCount'),
      numeric,
      cell: ({ placesCount }) => (placesCount === 0 ? '–' : <Count of={placesCount} />),
    },
    {
      key: 'nation',
      label: t('official.nation'),
      numeric,
      cell: ({ nationAmountFen }) => (nationAmountFen === null ? '–' : <Money fen={nationAmountFen} />),
    },
    {
      key: 'sum',
      label: t('official.placesSum'),
      numeric,
      cell: ({ places, placesAmountFen }) => (places === 0 ? '–' : <Money fen={placesAmountFen} />),
    },
  ]
  return (
    <DataTable
      caption={t('official.totals')}
      captionHidden
      columns={columns}
      rows={totals}
      rowKey={({ period, flow }) => `${period} ${flow}`}
    />
  )
}
