import { Button } from '@mantine/core'
import { type TurnoverContract, TurnoverContractPage } from '@market/contracts/indicators'
import { labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CODES_BY } from '../features/plans/code-names.ts'
import { conditionsOf } from '../features/plans/contract-conditions.server.ts'
import { ContractFilters } from '../features/plans/contract-filters.tsx'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Money } from '../ui/money.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pager } from '../ui/pager.tsx'
import type { Route } from './+types/turnover.ts'

const PASSED_ON = [
  'year',
  'from',
  'to',
  'view',
  'by',
  'code',
  'type',
  'field',
  'planIndustry',
  'asKnownAt',
  'cursor',
] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const query = Object.fromEntries(PASSED_ON.map((name) => [name, url.searchParams.get(name)]))
  const asked = { ...query, limit: 50 }
  const page = await apiOf(context).get('/api/turnover/contracts', TurnoverContractPage, asked)
  return { page, conditions: conditionsOf(url.searchParams, localeFrom(context)) }
}

export default function TurnoverContracts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plans')
  const { page, conditions } = loaderData
  return (
    <>
      <PageHead title={t('contracts.title')} description={t('contracts.description')} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: '/plans' }]}
        title={t('contracts.title')}
        lead={t('contracts.lead')}
      />
      <ContractFilters conditions={conditions} />
      <DataTable
        caption={t('contracts.count', { count: page.contractCount })}
        columns={useColumns(page.items)}
        rows={page.items}
        rowKey={({ number }) => number}
        empty={<NoContracts />}
      />
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}

function NoContracts() {
  const { t } = useTranslation('plans')
  return (
    <EmptyState
      title={t('contracts.empty')}
      action={
        <Button component={Link} to="/plans" variant="default">
          {t('contracts.toPlans')}
        </Button>
      }
    >
      {t('contracts.emptyHint')}
    </EmptyState>
  )
}

/** Amounts of single contracts reach only those who may see them; for everybody else there is no column. */
function useColumns(contracts: readonly TurnoverContract[]): Column<TurnoverContract>[] {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const amount = (fen: number | null) => (fen === null ? '–' : <Money fen={fen} unit="yuan" />)
  const columns: Column<TurnoverContract>[] = [
    { key: 'number', label: t('contracts.columns.number'), cell: ({ number }) => number },
    { key: 'month', label: t('contracts.columns.month'), cell: ({ registeredMonth }) => registeredMonth },
    {
      key: 'type',
      label: t('contracts.columns.type'),
      cell: ({ type }) => labelOf(CODES_BY.type, type, locale),
    },
    {
      key: 'field',
      label: t('contracts.columns.field'),
      cell: ({ technicalField }) => labelOf(CODES_BY.field, technicalField, locale),
    },
    {
      key: 'planIndustry',
      label: t('contracts.columns.planIndustry'),
      cell: ({ planIndustry }) => labelOf(CODES_BY.planIndustry, planIndustry, locale),
    },
  ]
  if (contracts.every(({ contractAmountFen }) => contractAmountFen === null)) return columns
  return [
    ...columns,
    {
      key: 'amount',
      label: t('contracts.columns.amount'),
      numeric: true,
      cell: ({ contractAmountFen }) => amount(contractAmountFen),
    },
    {
      key: 'technology',
      label: t('contracts.columns.technology'),
      numeric: true,
      cell: ({ technologyAmountFen }) => amount(technologyAmountFen),
    },
  ]
}
