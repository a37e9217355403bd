import { useTranslation } from 'react-i18next'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { Count } from '../../../ui/count.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Money } from '../../../ui/money.tsx'
import type { PeriodRow, PeriodView } from './load-period.server.ts'

interface FrozenTableProps extends Pick<PeriodView, 'rows' | 'total' | 'open'> {
  caption: string
  byName: string
}

/** The figures as they were published; for whoever reads every cell, what the register says now beside them. */
export function FrozenTable({ rows, total, open, caption, byName }: FrozenTableProps) {
  const { t } = useTranslation('figures')
  const name = t('table.total')
  const sum: PeriodRow = { ...total, code: 'total', nameZh: name, nameEn: name }
  return (
    <DataTable
      caption={caption}
      columns={useColumns(byName, open)}
      rows={[...rows, sum]}
      rowKey={({ code }) => code}
    />
  )
}

function useColumns(byName: string, open: boolean): Column<PeriodRow>[] {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const numeric = true
  const frozen: Column<PeriodRow>[] = [
    { key: 'name', label: byName, cell: (row) => pick(row, 'name', locale) },
    {
      key: 'contracts',
      label: t('table.contracts'),
      numeric,
      cell: ({ contractCount }) => <Count of={contractCount} />,
    },
    {
      key: 'amount',
      label: t('table.amount'),
      numeric,
      cell: ({ contractAmountFen }) => <Money fen={contractAmountFen} />,
    },
    {
      key: 'technology',
      label: t('table.technology'),
      numeric,
      cell: ({ technologyAmountFen }) => <Money fen={technologyAmountFen} />,
    },
  ]
  if (!open) return frozen
  return [
    ...frozen,
    { key: 'now', label: t('periods.now'), numeric, cell: ({ nowFen }) => <Money fen={nowFen} /> },
    { key: 'change', label: t('periods.change'), numeric, cell: (row) => <Change row={row} /> },
  ]
}

function Change({ row: { contractAmountFen, nowFen } }: { row: PeriodRow }) {
  if (contractAmountFen === null || nowFen === null || nowFen === contractAmountFen) return <>–</>
  return <Money fen={nowFen - contractAmountFen} />
}
