import type { RegistrationSummary } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

export function RegistrationRows({ items, label }: { items: readonly RegistrationSummary[]; label: string }) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </RecordList>
  )
}

function Row({ item }: { item: RegistrationSummary }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const own = item.agency.id === useWorkspace().actor.organizationId
  const needed = own && (item.state === 'draft' || item.state === 'correction_requested')
  return (
    <RecordRow
      to={paths.registration(item.id)}
      title={item.title}
      need={needed ? t(item.state === 'draft' ? 'list.toSubmit' : 'list.toCorrect') : undefined}
      badge={
        needed ? undefined : item.status === null || item.status === 'valid' ? (
          <StateBadge subject="registration" state={item.state} />
        ) : (
          <StateBadge subject="certificate" state={item.status} />
        )
      }
      meta={
        <>
          {item.number && <span>{item.number}</span>}
          <span>{`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}</span>
        </>
      }
      figure={<Money fen={item.contractAmountFen} />}
      note={
        item.registeredOn ? formatDay(item.registeredOn, locale) : formatInstantDay(item.updatedAt, locale)
      }
    />
  )
}
