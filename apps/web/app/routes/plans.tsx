import { PlanList } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '../features/plans/plans.module.css'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/plans.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await apiOf(context).get('/api/plans', PlanList)
  return { plans: items }
}

export default function Plans({ loaderData: { plans } }: Route.ComponentProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('list.title')} description={t('list.description')} />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      {plans.length === 0 && <EmptyState title={t('list.empty')} />}
      <FigureLinks />
      <ul className={classes.planList}>
        {plans.map((plan) => (
          <li key={plan.key}>
            <h2>
              <Link to={`/plans/${plan.key}`}>{pick(plan, 'name', locale)}</Link>
            </h2>
            <p className={classes.quiet}>
              {t('list.years', { from: plan.startYear, to: plan.endYear })}
              {plan.source && ` · ${plan.source}`}
              {plan.sample && ` · ${t('list.sample')}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The register itself: any figure of it, and those that were closed. */
function FigureLinks() {
  const { t } = useTranslation('figures')
  return (
    <nav className={classes.doors} aria-label={t('doors.label')}>
      <Link to="/turnover/views">{t('doors.views')}</Link>
      <Link to="/turnover/periods">{t('doors.periods')}</Link>
      <Link to="/turnover/official">{t('official.title')}</Link>
      <Link to="/turnover/comparables">{t('comparables.title')}</Link>
    </nav>
  )
}
