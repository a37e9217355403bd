import type { ReportedValue } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Day, Instant } from '../../../ui/day.tsx'
import classes from '../plans.module.css'
import { quantityText } from '../quantity.ts'
import type { IndicatorView } from './load-indicator.server.ts'

/** Figures as they were entered, newest year first; a corrected one stays, struck through, with the reason of its correction. */
export function HistoryTable({ indicator, history }: Pick<IndicatorView, 'indicator' | 'history'>) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const newest = new Map<number, number>()
  for (const { year, revision } of history) newest.set(year, Math.max(revision, newest.get(year) ?? 0))
  const text = (entry: ReportedValue) => quantityText(indicator, entry.value, locale)
  const columns: Column<ReportedValue>[] = [
    { key: 'year', label: t('plan.columns.year'), cell: ({ year }) => year },
    {
      key: 'value',
      label: t('indicator.value'),
      numeric: true,
      cell: (entry) => (entry.revision === newest.get(entry.year) ? text(entry) : <del>{text(entry)}</del>),
    },
    { key: 'source', label: t('indicator.source'), cell: ({ source }) => source ?? '–' },
    {
      key: 'published',
      label: t('indicator.publishedOn'),
      cell: ({ publishedOn }) => (publishedOn === null ? '–' : <Day date={publishedOn} />),
    },
    { key: 'entered', label: t('indicator.enteredAt'), cell: ({ enteredAt }) => <Instant at={enteredAt} /> },
    { key: 'reason', label: t('indicator.reason'), cell: ({ reason }) => reason || '–' },
  ]
  const rows = [...history].sort((left, right) => right.year - left.year || right.revision - left.revision)
  return (
    <DataTable
      caption={t('indicator.historyCaption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ year, revision }) => `${year}.${revision}`}
      empty={<p className={classes.quiet}>{t('plan.noValue')}</p>}
    />
  )
}
