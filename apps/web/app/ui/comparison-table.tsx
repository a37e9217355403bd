import type { ComparisonRow } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { DataTable } from './data-table.tsx'

interface ComparisonTableProps {
  rows: readonly ComparisonRow[]
  /** The name of what it is measured against. */
  leading: string
}

/** The economic comparison with what a buyer would use today, aspect by aspect. */
export function ComparisonTable({ rows, leading }: ComparisonTableProps) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('comparison.caption', { leading })}
      columns={[
        {
          key: 'aspect',
          label: t('comparison.aspect'),
          cell: (row) => [pick(row, 'aspect', locale), row.unit].filter((part) => part !== '').join(' · '),
        },
        {
          key: 'ours',
          label: t('comparison.ours'),
          numeric: true,
          cell: ({ ours }) => <strong>{ours}</strong>,
        },
        {
          key: 'leading',
          label: leading || t('comparison.leading'),
          numeric: true,
          cell: (row) => row.leading,
        },
        {
          key: 'source',
          label: t('comparison.source'),
          cell: ({ source }) => source || t('comparison.noSource'),
        },
      ]}
      rows={rows}
      rowKey={({ aspectZh }) => aspectZh}
    />
  )
}
