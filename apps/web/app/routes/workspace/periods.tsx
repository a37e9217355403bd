import { Button } from '@mantine/core'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, Form, Link, redirect } from 'react-router'
import classes from '../../features/plans/explorer/explorer.module.css'
import { ClosingForm } from '../../features/plans/periods/closing-form.tsx'
import { loadClosing } from '../../features/plans/periods/load-closing.server.ts'
import { periodName } from '../../features/plans/periods/period-name.ts'
import { PeriodsTable } from '../../features/plans/periods/periods-table.tsx'
import planClasses from '../../features/plans/plans.module.css'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf, localeFrom } from '../../lib/request-context.server.ts'
import { useWorkspace } from '../../lib/workspace.ts'
import { SelectField } from '../../ui/form/fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/periods.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return loadClosing(apiOf(context), url.searchParams.get('period'), localeFrom(context))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const period = encodeURIComponent(textOf(form, 'period'))
  const answer = await attempt(() =>
    apiOf(context).sendOnly('POST', `/api/turnover/periods/${period}/publish`),
  )
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(`/turnover/periods/${period}`)
}

export default function Periods({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const closes = may(useWorkspace().actor, 'turnover.publish_period')
  const { published, closable, summary, closed } = loaderData
  return (
    <>
      <PageHead title={t('closing.title')} unlisted />
      <PageHeader title={t('closing.title')} lead={t('closing.lead')} />
      {closes ? (
        <ChoosePeriod closable={closable} chosen={summary?.period ?? ''} />
      ) : (
        <Notice>{t('closing.reviewersOnly')}</Notice>
      )}
      {closes && closed && <AlreadyClosed period={closed} />}
      {closes && summary && <ClosingForm summary={summary} problem={actionData?.problem} />}
      <section className={planClasses.section}>
        <h2>{t('periods.title')}</h2>
        <PeriodsTable periods={published} />
      </section>
    </>
  )
}

/** Somebody was first: the figures are frozen, and where they can be read. */
function AlreadyClosed({ period }: { period: string }) {
  const { t } = useTranslation('figures')
  return (
    <Notice tone="refused" title={t('closing.already', { period: periodName(period, t) })}>
      <p>{t('closing.alreadyHint')}</p>
      <Link to={`/turnover/periods/${period}`}>
        {t('closing.alreadyLink', { period: periodName(period, t) })}
      </Link>
    </Notice>
  )
}

function ChoosePeriod({ closable, chosen }: { closable: readonly string[]; chosen: string }) {
  const { t } = useTranslation('figures')
  return (
    <Form method="get" className={`${classes.choice} no-print`} key={chosen}>
      <SelectField
        path="period"
        label={t('periods.period')}
        defaultValue={chosen}
        data={closable.map((period) => ({ value: period, label: periodName(period, t) }))}
        mb={0}
      />
      <Button type="submit" variant={chosen === '' ? 'filled' : 'default'}>
        {t('closing.look')}
      </Button>
    </Form>
  )
}
