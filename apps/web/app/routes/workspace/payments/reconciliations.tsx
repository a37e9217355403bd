import { ReconciliationPage } from '@market/contracts/payments'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Instant } from '../../../ui/day.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/reconciliations.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  return apiOf(context).get('/api/payment-reconciliations', ReconciliationPage, { cursor })
}

export default function Reconciliations({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('payments')
  const { items, nextCursor, lastRunAt } = loaderData
  return (
    <>
      <PageHead title={t('reconciliations.title')} unlisted />
      <PageHeader title={t('reconciliations.title')} lead={t('reconciliations.lead')} />
      <p>
        {lastRunAt === null ? (
          t('reconciliations.never')
        ) : (
          <>
            {t('reconciliations.lastRun')} <Instant at={lastRunAt} />
          </>
        )}
      </p>
      <DataTable
        caption={t('reconciliations.title')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('reconciliations.none')}>
            {lastRunAt !== null && t('reconciliations.noneHint')}
          </EmptyState>
        }
        columns={[
          { key: 'at', label: t('reconciliations.at'), cell: ({ at }) => <Instant at={at} /> },
          {
            key: 'what',
            label: t('reconciliations.what'),
            cell: ({ kind }) => t(`reconciliations.kind.${kind}`),
          },
          {
            key: 'contract',
            label: t('reconciliations.contract'),
            cell: ({ contract }) =>
              contract && <Link to={paths.contractPayments(contract.id)}>{contract.title}</Link>,
          },
          {
            key: 'number',
            label: t('reconciliations.theirName'),
            cell: ({ gatewayId }) => <code>{gatewayId}</code>,
          },
          {
            key: 'records',
            label: t('reconciliations.records'),
            cell: ({ ours, theirs }) => `${ours || '–'} → ${theirs || '–'}`,
          },
          {
            key: 'outcome',
            label: t('reconciliations.outcome'),
            cell: ({ mended }) => t(mended ? 'mended' : 'notMended'),
          },
        ]}
      />
      <Pager nextCursor={nextCursor} />
    </>
  )
}
