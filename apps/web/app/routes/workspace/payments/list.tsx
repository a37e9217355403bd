import { DuePage, DueQuery } from '@market/contracts/payments'
import {
  DUE_KIND_NAMES,
  DUE_STATE_NAMES,
  IMPLIED_TITLE_NAMES,
  labelOf,
  PAYMENT_STATE_NAMES,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '../../../features/payments/payments.module.css'
import { formatDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { Money } from '../../../ui/money.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

const SIDES = ['payer', 'receiver'] as const
const VIEWS = ['open', 'overdue', 'to_confirm', 'settled'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const side = SIDES.find((word) => word === url.searchParams.get('side')) ?? 'payer'
  const asked = DueQuery.shape.view.safeParse(url.searchParams.get('view') ?? undefined)
  const view = asked.success ? asked.data : 'open'
  const cursor = url.searchParams.get('cursor')
  const page = await apiOf(context).get('/api/payment-dues', DuePage, { side, view, cursor })
  return { side, view, ...page }
}

const addressOf = (side: string, view: string) => `${paths.payments}?${new URLSearchParams({ side, view })}`

export default function Payments({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const { side, view, items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <span className={classes.links}>
            <Link to={paths.contractAccounts}>{t('toAccounts')}</Link>
            <Link to={paths.payoutAccount}>{t('toAccount')}</Link>
          </span>
        }
      />
      <LinkTabs
        label={t('title')}
        current={side}
        tabs={SIDES.map((key) => ({ key, label: t(`side.${key}`), to: addressOf(key, view) }))}
      />
      <LinkTabs
        label={t(`side.${side}`)}
        current={view}
        tabs={VIEWS.map((key) => ({ key, label: t(`view.${key}`), to: addressOf(side, key) }))}
      />
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <RecordList label={t(`view.${view}`)}>
          {items.map((item) => (
            <RecordRow
              key={item.id}
              to={paths.contractPayments(item.contract.id)}
              title={`${item.contract.title} · ${labelOf(IMPLIED_TITLE_NAMES, item.title, locale)}`}
              need={
                item.running && side === 'receiver'
                  ? labelOf(PAYMENT_STATE_NAMES, item.running.state, locale)
                  : undefined
              }
              badge={
                <span>
                  {labelOf(DUE_KIND_NAMES, item.kind, locale)} ·{' '}
                  {labelOf(DUE_STATE_NAMES, item.state, locale)}
                </span>
              }
              meta={pick(item.counterparty, 'name', locale)}
              figure={<Money fen={item.state === 'open' ? item.outstandingFen : item.amountFen} />}
              note={item.dueOn === null ? t('noDate') : t('dueOn', { date: formatDay(item.dueOn, locale) })}
            />
          ))}
        </RecordList>
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}
