import type { RequestSummary } from '@market/contracts/licensing'
import { labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { dealTitle } from '../../ui/deal-subject.tsx'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

export function RequestRows({ items, label }: { items: readonly RequestSummary[]; label: string }) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </RecordList>
  )
}

function Row({ item }: { item: RequestSummary }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { actor } = useWorkspace()
  const other = item.owner.id === actor.organizationId ? item.requester : item.owner
  return (
    <RecordRow
      to={paths.request(item.id)}
      title={dealTitle(item, locale)}
      need={item.waitingForMe ? t(item.state === 'submitted' ? 'list.answer' : 'list.yourTurn') : undefined}
      badge={
        item.waitingForMe && item.state === 'submitted' ? undefined : (
          <StateBadge subject="request" state={item.state} />
        )
      }
      meta={
        <>
          <span>{pick(other, 'name', locale)}</span>
          <span>{labelOf(TRANSFER_MODES, item.transferMode, locale)}</span>
          {item.offerFen !== null && <Money fen={item.offerFen} />}
        </>
      }
      note={formatInstantDay(item.updatedAt, locale)}
    />
  )
}
