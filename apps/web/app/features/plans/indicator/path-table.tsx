import type { Indicator } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { quantityText } from '../quantity.ts'

interface Row {
  year: number
  aim: string | null
  value: string | null
}

/** Year by year: what the plan's path wants, and what there was. */
export function PathTable({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const years = [...new Set([...indicator.path, ...indicator.values].map(({ year }) => year))].sort()
  const rows: Row[] = years.map((year) => ({
    year,
    aim: indicator.path.find((step) => step.year === year)?.value ?? null,
    value: indicator.values.find((entry) => entry.year === year)?.value ?? null,
  }))
  const columns: Column<Row>[] = [
    { key: 'year', label: t('plan.columns.year'), cell: ({ year }) => year },
    {
      key: 'aim',
      label: t('plan.columns.path'),
      numeric: true,
      cell: ({ aim }) => quantityText(indicator, aim, locale),
    },
    {
      key: 'value',
      label: t('indicator.actual'),
      numeric: true,
      cell: ({ value }) => quantityText(indicator, value, locale),
    },
  ]
  return (
    <DataTable
      caption={t('indicator.pathCaption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ year }) => String(year)}
      onPhone="table"
    />
  )
}
