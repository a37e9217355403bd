import type { Turnover } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { Count } from '../../../ui/count.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Money } from '../../../ui/money.tsx'
import classes from './explorer.module.css'
import { Growth } from './growth.tsx'

type Item = Turnover['items'][number]

interface ItemsTableProps {
  turnover: Turnover
  caption: string
  /** What the first column names. */
  byName: string
}

/** The answer in numbers: every code with something behind it, and the total below. */
export function ItemsTable({ turnover, caption, byName }: ItemsTableProps) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const columns = useColumns(byName)
  const total: Item = { ...turnover.total, code: '', nameZh: t('table.total'), nameEn: t('table.total') }
  const standing = turnover.items.filter(({ contractCount }) => contractCount !== 0)
  const without = turnover.items
    .filter(({ contractCount }) => contractCount === 0)
    .map((item) => pick(item, 'name', locale))
  const alone = turnover.by === 'total'
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={alone ? [total] : standing}
        rowKey={({ code }) => code}
        empty={<p className={classes.note}>{t('table.empty')}</p>}
        footer={alone ? undefined : <TotalRow columns={columns} total={total} />}
      />
      {!alone && without.length > 0 && standing.length > 0 && (
        <p className={classes.note}>
          {t('table.without', { names: without.join(locale === 'en' ? ', ' : '、') })}
        </p>
      )}
    </>
  )
}

function TotalRow({ columns, total }: { columns: readonly Column<Item>[]; total: Item }) {
  return (
    <tr>
      {columns.map(({ key, label, numeric, cell }, at) =>
        at === 0 ? (
          <th key={key} scope="row">
            {cell(total)}
          </th>
        ) : (
          <td key={key} data-label={label} data-numeric={numeric || undefined}>
            {cell(total)}
          </td>
        ),
      )}
    </tr>
  )
}

function useColumns(byName: string): Column<Item>[] {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const numeric = true
  return [
    { key: 'name', label: byName, cell: (item) => pick(item, 'name', locale) },
    {
      key: 'contracts',
      label: t('table.contracts'),
      numeric,
      cell: ({ contractCount, contractsQuery }) =>
        contractsQuery === null ? (
          <Count of={contractCount} />
        ) : (
          <Link to={paths.turnoverContracts(contractsQuery)}>
            <Count of={contractCount} />
          </Link>
        ),
    },
    {
      key: 'amount',
      label: t('table.amount'),
      numeric,
      cell: ({ contractAmountFen }) => <Money fen={contractAmountFen} />,
    },
    {
      key: 'share',
      label: t('table.share'),
      numeric,
      cell: ({ share }) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`),
    },
    {
      key: 'technology',
      label: t('table.technology'),
      numeric,
      cell: ({ technologyAmountFen: fen, suppressed }) => (suppressed ? '–' : <Money fen={fen} />),
    },
    {
      key: 'average',
      label: t('table.average'),
      numeric,
      cell: ({ averageFen }) => (averageFen === null ? '–' : <Money fen={averageFen} />),
    },
    {
      key: 'previous',
      label: t('table.previous'),
      numeric,
      cell: ({ previous }) => <Money fen={previous.contractAmountFen} />,
    },
    { key: 'growth', label: t('table.growth'), numeric, cell: ({ growth }) => <Growth of={growth} /> },
  ]
}
