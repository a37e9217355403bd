import type { PlanTurnover } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { Count } from '../../ui/count.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'

type Year = PlanTurnover['years'][number]

/** The years in numbers; each leads to its contracts. */
export function TurnoverYears({ years }: { years: readonly Year[] }) {
  const { t } = useTranslation('plans')
  const columns: Column<Year>[] = [
    { key: 'year', label: t('plan.columns.year'), cell: ({ year }) => year },
    {
      key: 'contracts',
      label: t('plan.columns.contracts'),
      numeric: true,
      cell: ({ begun, contractCount, contractsQuery }) =>
        begun ? (
          <Link to={paths.turnoverContracts(contractsQuery)}>
            <Count of={contractCount} />
          </Link>
        ) : (
          '–'
        ),
    },
    {
      key: 'amount',
      label: t('plan.columns.amount'),
      numeric: true,
      cell: ({ begun, contractAmountFen }) => (begun ? <Money fen={contractAmountFen} /> : '–'),
    },
    {
      key: 'technology',
      label: t('plan.columns.technology'),
      numeric: true,
      cell: ({ begun, technologyAmountFen }) => (begun ? <Money fen={technologyAmountFen} /> : '–'),
    },
    {
      key: 'path',
      label: t('plan.columns.path'),
      numeric: true,
      cell: ({ pathFen }) => (pathFen === null ? '–' : <Money fen={pathFen} />),
    },
    {
      key: 'share',
      label: t('plan.columns.share'),
      numeric: true,
      cell: ({ begun, contractAmountFen, pathFen }) =>
        begun && pathFen !== null && contractAmountFen !== null
          ? formatShare(contractAmountFen, pathFen)
          : '–',
    },
  ]
  return (
    <DataTable
      caption={t('plan.yearsCaption')}
      columns={columns}
      rows={years}
      rowKey={({ year }) => String(year)}
    />
  )
}
