import type { PublishedPeriodSummary } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Instant } from '../../../ui/day.tsx'
import { Digest } from '../../../ui/digest.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { periodName } from './period-name.ts'

/** The closed periods: what, when, by whom, and the digest to compare by. */
export function PeriodsTable({ periods }: { periods: readonly PublishedPeriodSummary[] }) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const columns: Column<PublishedPeriodSummary>[] = [
    {
      key: 'period',
      label: t('periods.period'),
      cell: ({ period }) => <Link to={`/turnover/periods/${period}`}>{periodName(period, t)}</Link>,
    },
    { key: 'at', label: t('periods.publishedAt'), cell: ({ publishedAt }) => <Instant at={publishedAt} /> },
    { key: 'by', label: t('periods.publisher'), cell: (period) => pick(period, 'publisher', locale) },
    { key: 'hash', label: t('periods.hash'), cell: ({ hash }) => <Digest value={hash} /> },
  ]
  return (
    <DataTable
      caption={t('periods.caption')}
      captionHidden
      columns={columns}
      rows={periods}
      rowKey={({ period }) => period}
      empty={<EmptyState title={t('periods.none')}>{t('periods.noneHint')}</EmptyState>}
    />
  )
}
