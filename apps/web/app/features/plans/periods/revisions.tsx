import type { PublishedPeriod } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Day } from '../../../ui/day.tsx'
import { Money } from '../../../ui/money.tsx'
import classes from '../explorer/explorer.module.css'

type Revision = PublishedPeriod['revisions'][number]

/** What the register recorded about a period after it was closed, day by day. */
export function Revisions({ revisions }: Pick<PublishedPeriod, 'revisions'>) {
  const { t } = useTranslation('figures')
  const open = revisions.some(({ change }) => change !== null)
  const columns: Column<Revision>[] = [
    { key: 'day', label: t('periods.recordedOn'), cell: ({ recordedOn }) => <Day date={recordedOn} /> },
    { key: 'entries', label: t('periods.entries'), numeric: true, cell: ({ entries }) => entries },
  ]
  const change: Column<Revision> = {
    key: 'change',
    label: t('periods.change'),
    numeric: true,
    cell: (revision) => <Money fen={revision.change?.contractAmountFen ?? null} />,
  }
  return (
    <DataTable
      caption={t('periods.revisionsCaption')}
      captionHidden
      columns={open ? [...columns, change] : columns}
      rows={revisions}
      rowKey={({ recordedOn }) => recordedOn}
      onPhone="table"
      empty={<p className={classes.note}>{t('periods.noRevisions')}</p>}
    />
  )
}
