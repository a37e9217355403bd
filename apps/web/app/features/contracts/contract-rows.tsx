import type { ContractSummary } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

export function ContractRows({ items, label }: { items: readonly ContractSummary[]; label: string }) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </RecordList>
  )
}

function Row({ item }: { item: ContractSummary }) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const { actor } = useWorkspace()
  const entrusted = item.agency?.id === actor.organizationId
  const need = entrusted ? 'list.toFile' : item.state === 'ready' ? 'list.toSign' : 'list.toComplete'
  return (
    <RecordRow
      to={paths.contract(item.id)}
      title={item.title}
      need={item.waitingForMe ? t(need) : undefined}
      badge={<StateBadge subject="contract" state={item.state} />}
      meta={`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}
      figure={<Money fen={item.contractAmountFen} />}
      note={formatInstantDay(item.updatedAt, locale)}
    />
  )
}
