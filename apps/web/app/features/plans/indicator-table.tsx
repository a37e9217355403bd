import type { Indicator } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { IndicatorStateText } from './indicator-state.tsx'
import { quantityText } from './quantity.ts'

interface IndicatorTableProps {
  planKey: string
  indicators: readonly Indicator[]
}

/** Every indicator of the plan, with what was asked for, what has been reached and how that stands. */
export function IndicatorTable({ planKey, indicators }: IndicatorTableProps) {
  const { t } = useTranslation('plans')
  return (
    <DataTable
      caption={t('plan.indicatorsCaption')}
      columns={useColumns(planKey)}
      rows={indicators}
      rowKey={({ key }) => key}
    />
  )
}

function useColumns(planKey: string): Column<Indicator>[] {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  return [
    {
      key: 'name',
      label: t('plan.indicator.name'),
      cell: (row) => <Link to={`/plans/${planKey}/indicators/${row.key}`}>{pick(row, 'name', locale)}</Link>,
    },
    { key: 'baseline', label: t('plan.indicator.baseline'), cell: (row) => row.baselineText || '–' },
    {
      key: 'target',
      label: t('plan.indicator.target'),
      numeric: true,
      cell: (row) => quantityText(row, row.targetValue, locale),
    },
    {
      key: 'latest',
      label: t('plan.indicator.latest'),
      numeric: true,
      cell: (row) =>
        row.latest === null
          ? t('plan.noValue')
          : t('plan.latestOf', { value: quantityText(row, row.latest.value, locale), year: row.latest.year }),
    },
    {
      key: 'state',
      label: t('plan.indicator.state'),
      cell: ({ state }) => <IndicatorStateText state={state} />,
    },
    {
      key: 'source',
      label: t('plan.indicator.source'),
      cell: (row) => (row.feed === 'computed' ? t('plan.computed') : (row.latest?.source ?? '–')),
    },
  ]
}
