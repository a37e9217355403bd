import { AccountFilter, ContractAccountPage } from '@market/contracts/payments'
import { formatYuanInTable } from '@market/domain'
import { ACCOUNT_STANDINGS } from '@market/domain/payments'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import classes from '../../../features/payments/payments.module.css'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Day } from '../../../ui/day.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SelectField, TextField } from '../../../ui/form/fields.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/accounts.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const given = [...url.searchParams].filter(([name, value]) => value !== '' && name !== 'cursor')
  const asked = AccountFilter.safeParse(Object.fromEntries(given))
  const filter = asked.success ? asked.data : {}
  const cursor = url.searchParams.get('cursor')
  const page = await apiOf(context).get('/api/contract-accounts', ContractAccountPage, { ...filter, cursor })
  return { filter, query: new URLSearchParams(given).toString(), ...page }
}

export default function ContractAccounts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const { filter, query, items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('accounts.title')} unlisted />
      <PageHeader
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        actions={
          <span className={classes.links}>
            <a href={paths.accountsExport('csv', query)}>{t('accounts.csv')}</a>
            <a href={paths.accountsExport('xlsx', query)}>{t('accounts.xlsx')}</a>
          </span>
        }
      />
      <Form method="get" className={classes.filter}>
        <TextField path="text" label={t('accounts.text')} defaultValue={filter.text} maxLength={100} />
        <SelectField
          path="standing"
          label={t('accounts.outstanding')}
          defaultValue={filter.standing ?? ''}
          data={[
            { value: '', label: t('accounts.all') },
            ...ACCOUNT_STANDINGS.map((value) => ({ value, label: t(`accounts.standing.${value}`) })),
          ]}
        />
        <SubmitButton variant="default" mb="md">
          {t('accounts.find')}
        </SubmitButton>
      </Form>
      <DataTable
        caption={t('accounts.title')}
        captionHidden
        rows={items}
        rowKey={({ contractId }) => contractId}
        empty={<EmptyState title={t('accounts.none')} />}
        columns={[
          {
            key: 'contract',
            label: t('accounts.contract'),
            cell: (row) => <Link to={paths.contractPayments(row.contractId)}>{row.title}</Link>,
          },
          {
            key: 'parties',
            label: t('accounts.parties'),
            cell: (row) => `${pick(row.seller, 'name', locale)} → ${pick(row.buyer, 'name', locale)}`,
          },
          { key: 'signed', label: t('accounts.signedOn'), cell: (row) => <Day date={row.signedOn} /> },
          {
            key: 'amount',
            label: t('accounts.amount'),
            numeric: true,
            cell: (row) => formatYuanInTable(row.contractAmountFen),
          },
          {
            key: 'received',
            label: t('accounts.received'),
            numeric: true,
            cell: (row) => formatYuanInTable(row.receivedFen - row.refundedFen),
          },
          {
            key: 'outstanding',
            label: t('accounts.outstanding'),
            numeric: true,
            cell: (row) => formatYuanInTable(row.outstandingFen),
          },
          {
            key: 'overdue',
            label: t('accounts.overdueSum'),
            numeric: true,
            cell: (row) => formatYuanInTable(row.overdueFen),
          },
        ]}
      />
      <Pager nextCursor={nextCursor} />
    </>
  )
}
