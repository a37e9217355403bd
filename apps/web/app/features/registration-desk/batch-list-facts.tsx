import type { PublicBatchList } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatCount, formatDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'
import { Digest } from '../../ui/digest.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

type Listed = Omit<PublicBatchList, 'members' | 'sample'>
type Member = PublicBatchList['members'][number]

/** Whether the printed list still holds. */
export function BatchListStanding({ list }: { list: Pick<Listed, 'void' | 'intact'> }) {
  const { t } = useTranslation('batchLists')
  if (!list.intact) return <Notice tone="refused">{t('standing.broken')}</Notice>
  if (list.void) return <Notice tone="refused">{t('standing.void')}</Notice>
  return <Notice tone="done">{t('standing.valid')}</Notice>
}

export function BatchListFacts({ list }: { list: Listed }) {
  const { t } = useTranslation('batchLists')
  const locale = useLocale()
  return (
    <Facts>
      <Fact label={t('facts.agency')}>{pick(list.agency, 'name', locale)}</Fact>
      <Fact label={t('facts.period')}>
        {formatDay(list.fromOn, locale)} – {formatDay(list.toOn, locale)}
      </Fact>
      <Fact label={t('facts.count')}>{formatCount(list.contractCount, locale)}</Fact>
      <Fact label={t('facts.amount')}>
        <Money fen={list.contractAmountFen} unit="yuan" />
      </Fact>
      <Fact label={t('facts.technology')}>
        <Money fen={list.technologyAmountFen} unit="yuan" />
      </Fact>
      <Fact label={t('facts.digest')}>
        <Digest value={list.sha256} />
      </Fact>
    </Facts>
  )
}

/** Its contracts as listed, and what has become of each since. */
export function BatchListMembers({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation('batchLists')
  const locale = useLocale()
  const columns: Column<Member>[] = [
    { key: 'number', label: t('columns.number'), cell: (row) => row.number },
    { key: 'title', label: t('columns.title'), cell: (row) => row.title },
    {
      key: 'parties',
      label: t('columns.parties'),
      cell: (row) => `${pick(row.seller, 'name', locale)} → ${pick(row.buyer, 'name', locale)}`,
    },
    { key: 'signedOn', label: t('columns.signedOn'), cell: (row) => <Day date={row.signedOn} /> },
    {
      key: 'amount',
      label: t('columns.amount'),
      numeric: true,
      cell: (row) => <Money fen={row.contractAmountFen} unit="yuan" />,
    },
    {
      key: 'technology',
      label: t('columns.technology'),
      numeric: true,
      cell: (row) => <Money fen={row.technologyAmountFen} unit="yuan" />,
    },
    { key: 'now', label: t('columns.now'), cell: (row) => <Now member={row} /> },
  ]
  return (
    <DataTable caption={t('columns.caption')} columns={columns} rows={members} rowKey={(row) => row.number} />
  )
}

function Now({ member }: { member: Member }) {
  const { t } = useTranslation('batchLists')
  if (member.currentVersion === member.version) return t('columns.asListed')
  return <StateBadge subject="certificate" state={member.currentStatus} />
}
