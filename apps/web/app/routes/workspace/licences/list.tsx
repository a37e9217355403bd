import { LicenceOrderList } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Money } from '../../../ui/money.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return apiOf(context).get('/api/licence-orders', LicenceOrderList)
}

export default function LicenceOrders({ loaderData: { items } }: Route.ComponentProps) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('orders.title')} unlisted />
      <PageHeader title={t('orders.title')} lead={t('orders.lead')} />
      {items.length === 0 && <EmptyState title={t('orders.none')}>{t('orders.noneHint')}</EmptyState>}
      <RecordList label={t('orders.title')}>
        {items.map(({ order, kind, listing, counterparty }) => (
          <RecordRow
            key={order.id}
            to={paths.contract(order.contractId)}
            title={pick(listing, 'title', locale)}
            badge={t(`order.state.${order.state}`)}
            meta={`${t(`kind.${kind}`)} · ${pick(counterparty, 'name', locale)}`}
            figure={<Money fen={order.feeFen} />}
            note={formatInstantDay(order.orderedAt, locale)}
          />
        ))}
      </RecordList>
    </>
  )
}
