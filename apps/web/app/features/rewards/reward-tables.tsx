import type { Reward } from '@market/contracts/payments'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'

interface RewardProps {
  reward: Reward
}

/** Each inventor's share, what it has come to, and a statement of their own. */
export function SharesTable({ reward }: RewardProps) {
  const { t } = useTranslation('rewards')
  const sumOf = (name: string): number => reward.totals.find((total) => total.name === name)?.amountFen ?? 0
  return (
    <DataTable
      caption={t('shares.title')}
      captionHidden
      rows={reward.shares}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('shares.name'), cell: ({ name }) => name },
        { key: 'share', label: t('shares.share'), numeric: true, cell: ({ share }) => `${share / 100}%` },
        {
          key: 'sum',
          label: t('shares.sofar'),
          numeric: true,
          cell: ({ name }) => <Money fen={sumOf(name)} unit="yuan" />,
        },
        {
          key: 'statement',
          label: t('shares.statement'),
          cell: ({ name }) => <a href={paths.rewardStatement(reward.contractId, name)}>PDF</a>,
        },
      ]}
    />
  )
}

const SUMS = ['amountFen', 'costFen', 'netFen', 'poolFen', 'institutionFen'] as const

/** What came in, receipt by receipt, and where it went. */
export function DistributionTable({ reward }: RewardProps) {
  const { t } = useTranslation('rewards')
  return (
    <DataTable
      caption={t('distributions.title')}
      captionHidden
      rows={reward.distributions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', label: t('distributions.day'), cell: ({ occurredOn }) => <Day date={occurredOn} /> },
        ...SUMS.map((key) => ({
          key,
          label: t(`distributions.${key}`),
          numeric: true,
          cell: (row: Reward['distributions'][number]) => <Money fen={row[key]} unit="yuan" />,
        })),
      ]}
    />
  )
}
