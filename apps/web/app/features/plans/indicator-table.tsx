import type { Plan } from '@market/contracts/indicators'
import { formatFen } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Indicator = Plan['indicators'][number]

/** Every indicator of the plan, with what was asked for and what has been reached. */
export function IndicatorTable({ indicators }: { indicators: readonly Indicator[] }) {
  const { t } = useTranslation('plans')
  return (
    <DataTable
      caption={t('plan.indicatorsCaption')}
      columns={useColumns()}
      rows={indicators}
      rowKey={({ key }) => key}
    />
  )
}

function useColumns(): Column<Indicator>[] {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const quantity = (indicator: Indicator, value: string | null) => {
    if (value === null) return '–'
    // Turnover travels in fen, whatever unit the plan's text names.
    if (indicator.computation === 'turnover') return formatFen(Number(value), 'wan', locale)
    return `${value} ${pick(indicator, 'unit', locale)}`
  }
  return [
    { key: 'name', label: t('plan.indicator.name'), cell: (row) => pick(row, 'name', locale) },
    { key: 'baseline', label: t('plan.indicator.baseline'), cell: (row) => row.baselineText || '–' },
    {
      key: 'target',
      label: t('plan.indicator.target'),
      numeric: true,
      cell: (row) => quantity(row, row.targetValue),
    },
    {
      key: 'latest',
      label: t('plan.indicator.latest'),
      numeric: true,
      cell: (row) =>
        row.latest === null
          ? t('plan.noValue')
          : t('plan.latestOf', { value: quantity(row, row.latest.value), year: row.latest.year }),
    },
    {
      key: 'source',
      label: t('plan.indicator.source'),
      cell: (row) => (row.feed === 'computed' ? t('plan.computed') : (row.latest?.source ?? '–')),
    },
  ]
}
