import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { HistoryTable } from '../../features/plans/indicator/history-table.tsx'
import { loadIndicator } from '../../features/plans/indicator/load-indicator.server.ts'
import { ValueForm } from '../../features/plans/indicator/value-form.tsx'
import classes from '../../features/plans/plans.module.css'
import { attempt } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { readForm, typedValues } from '../../lib/read-form.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/indicator-values.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const view = await loadIndicator(apiOf(context), params.key, params.indicator)
  return { ...view, saved: url.searchParams.has('saved') }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const key = encodeURIComponent(params.key)
  const indicator = encodeURIComponent(params.indicator)
  const answer = await attempt(() =>
    apiOf(context).sendOnly('POST', `/api/plans/${key}/indicators/${indicator}/values`, {
      year: read.number('year'),
      value: read.text('value'),
      source: read.text('source'),
      publishedOn: read.text('publishedOn'),
      reason: read.text('reason'),
    }),
  )
  if (!answer.ok) {
    return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
  }
  return redirect(`/workspace/plans/${key}/indicators/${indicator}?saved`)
}

export default function IndicatorValues({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const { plan, indicator, saved } = loaderData
  const records = may(useWorkspace().actor, 'plan.record_value')
  const title = t('indicator.enterFor', { name: pick(indicator, 'name', locale) })
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[{ label: pick(plan, 'name', locale), to: `/plans/${plan.key}` }]}
        title={title}
        lead={pick(indicator, 'definition', locale)}
      />
      {saved && actionData === undefined && <Notice tone="done">{t('indicator.saved')}</Notice>}
      {records ? (
        <ValueForm {...loaderData} problem={actionData?.problem} typed={actionData?.typed} />
      ) : (
        <Notice>{t('indicator.editorsOnly')}</Notice>
      )}
      <section className={classes.section}>
        <h2>{t('indicator.history')}</h2>
        <HistoryTable {...loaderData} />
      </section>
    </>
  )
}
