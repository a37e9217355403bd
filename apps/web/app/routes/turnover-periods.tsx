import { PublishedPeriodList } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { PeriodsTable } from '../features/plans/periods/periods-table.tsx'
import { apiOf } from '../lib/request-context.server.ts'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/turnover-periods.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await apiOf(context).get('/api/turnover/periods', PublishedPeriodList)
  return { periods: items }
}

export default function TurnoverPeriods({ loaderData: { periods } }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  return (
    <>
      <PageHead title={t('periods.title')} description={t('periods.lead')} />
      <PageHeader
        trail={[{ label: t('plans'), to: '/plans' }]}
        title={t('periods.title')}
        lead={t('periods.lead')}
      />
      <PeriodsTable periods={periods} />
    </>
  )
}
