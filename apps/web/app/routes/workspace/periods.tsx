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
import { MarketForm } from '../../ui/form/market-form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/periods.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return loadClosing(apiOf(context), url.searchParams.get('period'), localeFrom(context))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  if (form.get('intent') === 'release') {
    const released = await attempt(() => apiOf(context).sendOnly('POST', '/api/turnover/releases'))
    if (!released.ok) return data({ releaseProblem: released.problem }, { status: released.problem.status })
    return data({ released: true })
  }
  const period = encodeURIComponent(textOf(form, 'period'))
  const answer = await attempt(() =>
    apiOf(context).sendOnly('POST', `/api/turnover/periods/${period}/publish`),
  )
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(`/turnover/periods/${period}`)
}

export default function Periods({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const { actor } = useWorkspace()
  const closes = may(actor, 'turnover.publish_period')
  const releases = may(actor, 'turnover.release')
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
      {closes && summary && (
        <ClosingForm
          summary={summary}
          problem={actionData && 'problem' in actionData ? actionData.problem : undefined}
        />
      )}
      {releases && !summary && !closed && (
        <section className={`${planClasses.section} no-print`}>
          <h2>{t('release.title')}</h2>
          {actionData && 'released' in actionData && <Notice>{t('release.done')}</Notice>}
          <p>{t('release.lead')}</p>
          <MarketForm
            method="post"
            problem={actionData && 'releaseProblem' in actionData ? actionData.releaseProblem : undefined}
          >
            <Button type="submit" name="intent" value="release" variant="default">
              {t('release.now')}
            </Button>
          </MarketForm>
        </section>
      )}
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
