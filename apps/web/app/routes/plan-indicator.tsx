import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HistoryTable } from '../features/plans/indicator/history-table.tsx'
import { IndicatorFacts } from '../features/plans/indicator/indicator-facts.tsx'
import { loadIndicator } from '../features/plans/indicator/load-indicator.server.ts'
import { PathTable } from '../features/plans/indicator/path-table.tsx'
import classes from '../features/plans/plans.module.css'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { useRootData } from '../lib/root-data.ts'
import { WithRail } from '../ui/facts.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/plan-indicator.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return loadIndicator(apiOf(context), params.key, params.indicator)
}

export default function PlanIndicator({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { plan, indicator } = loaderData
  const name = pick(indicator, 'name', locale)
  const planName = pick(plan, 'name', locale)
  const definition = pick(indicator, 'definition', locale)
  return (
    <>
      <PageHead title={`${name} · ${planName}`} description={definition} />
      <PageHeader
        trail={[
          { label: t('list.title'), to: '/plans' },
          { label: planName, to: `/plans/${plan.key}` },
        ]}
        title={name}
        lead={definition}
        actions={<EnterFigure {...loaderData} />}
      />
      <WithRail rail={<IndicatorFacts {...loaderData} />}>
        <h2>{t('indicator.pathTitle')}</h2>
        <PathTable indicator={indicator} />
        {indicator.feed === 'reported' && (
          <section className={classes.section}>
            <h2>{t('indicator.history')}</h2>
            <HistoryTable {...loaderData} />
          </section>
        )}
      </WithRail>
    </>
  )
}

/** For members of the authority; whether the person may is said behind the log-in. */
function EnterFigure({ plan, indicator }: Route.ComponentProps['loaderData']) {
  const { t } = useTranslation('plans')
  const user = useRootData()?.user
  const acting = user?.organizations.find(({ id }) => id === user.activeOrganizationId)
  if (acting?.kind !== 'authority' || indicator.feed !== 'reported') return null
  return (
    <Button component={Link} to={`/workspace/plans/${plan.key}/indicators/${indicator.key}`}>
      {t('indicator.enter')}
    </Button>
  )
}
