import type { VisitFigures } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Count } from '../../ui/count.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'
import classes from './listing.module.css'

type Row = NonNullable<VisitFigures['own']>['days'][number]

/** How many looked: a number for everybody once it is large enough, days and weeks for the owner. */
export function Visits({ figures }: { figures: VisitFigures }) {
  const { t } = useTranslation('returning')
  const { lastSevenDays, own } = figures
  if (own === null && lastSevenDays === null) return null
  return (
    <section className={classes.visits}>
      <h2>{t('visits.title')}</h2>
      {lastSevenDays !== null && <p>{t('visits.lastSevenDays', { count: lastSevenDays })}</p>}
      {own && (
        <>
          <p className={classes.note}>{t('visits.ownerOnly')}</p>
          {own.weeks.length === 0 ? (
            <p>{t('visits.none')}</p>
          ) : (
            <>
              {own.days.length > 0 && <VisitTable rows={own.days} by="day" />}
              <VisitTable rows={own.weeks} by="week" />
            </>
          )}
        </>
      )}
      <p className={classes.note}>{t('visits.definition')}</p>
    </section>
  )
}

function VisitTable({ rows, by }: { rows: Row[]; by: 'day' | 'week' }) {
  const { t } = useTranslation('returning')
  const columns: Column<Row>[] = [
    { key: 'on', label: t(`visits.${by}`), cell: ({ on }) => <Day date={on} /> },
    {
      key: 'organizations',
      label: t('visits.organizations'),
      numeric: true,
      cell: ({ organizations }) => <Count of={organizations} />,
    },
    {
      key: 'visitors',
      label: t('visits.visitors'),
      numeric: true,
      cell: ({ visitors }) => <Count of={visitors} />,
    },
  ]
  return (
    <DataTable
      caption={t(by === 'day' ? 'visits.byDay' : 'visits.byWeek')}
      columns={columns}
      rows={rows}
      rowKey={({ on }) => on}
      onPhone="table"
    />
  )
}
