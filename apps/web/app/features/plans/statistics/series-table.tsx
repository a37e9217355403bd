import { useTranslation } from 'react-i18next'
import { Count } from '../../../ui/count.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Money } from '../../../ui/money.tsx'
import classes from '../plans.module.css'
import type { SeriesPeriod } from './series-period.ts'

const orDash = (value: number | null, show: (value: number) => React.ReactNode) =>
  value === null ? '–' : show(value)

/** A published series in numbers, newest first, its breaks named. */
export function SeriesTable({ periods }: { periods: readonly SeriesPeriod[] }) {
  const { t } = useTranslation('figures')
  const numeric = true
  const amount = ({ contractAmountFen, breaks }: SeriesPeriod['output']) =>
    orDash(contractAmountFen, (fen) => (
      <>
        <Money fen={fen} />
        {breaks && <span className={classes.quiet}> {t('official.break')}</span>}
      </>
    ))
  const columns: Column<SeriesPeriod>[] = [
    { key: 'period', label: t('official.period'), cell: ({ period }) => period },
    {
      key: 'outputCount',
      label: t('official.outputCount'),
      numeric,
      cell: ({ output }) => orDash(output.contractCount, (count) => <Count of={count} />),
    },
    { key: 'output', label: t('official.output'), numeric, cell: ({ output }) => amount(output) },
    {
      key: 'intakeCount',
      label: t('official.intakeCount'),
      numeric,
      cell: ({ intake }) => orDash(intake.contractCount, (count) => <Count of={count} />),
    },
    { key: 'intake', label: t('official.intake'), numeric, cell: ({ intake }) => amount(intake) },
    {
      key: 'unique',
      label: t('official.unique'),
      numeric,
      cell: ({ unique }) => orDash(unique.contractAmountFen, (fen) => <Money fen={fen} />),
    },
    {
      key: 'own',
      label: t('official.own'),
      numeric,
      cell: ({ ownFen }) => orDash(ownFen, (fen) => <Money fen={fen} />),
    },
  ]
  return (
    <DataTable
      caption={t('official.caption')}
      columns={columns}
      rows={periods.toReversed()}
      rowKey={({ period }) => period}
    />
  )
}
