import { RightRecord } from '@market/contracts/rights'
import { labelOf, RIGHT_ENDINGS, RIGHT_KINDS, RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { EventForm } from '../../../features/rights/event-form.tsx'
import { readEvent, readRight } from '../../../features/rights/read-right.ts'
import { RightForm } from '../../../features/rights/right-form.tsx'
import {
  History,
  RightFacts,
  RightLicences,
  RightListings,
} from '../../../features/rights/right-sections.tsx'
import classes from '../../../features/rights/rights.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EncumbranceLines } from '../../../ui/encumbrances.tsx'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/detail.ts'

const pathOf = (id: string): string => `/api/rights/${encodeURIComponent(id)}`

export async function loader({ context, params }: Route.LoaderArgs) {
  return { right: await apiOf(context).get(pathOf(params.id), RightRecord) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const intent = read.text('intent') === 'edit' ? 'edit' : 'event'
  const input = intent === 'edit' ? readRight(read) : readEvent(read)
  const refused = (problem: ReturnType<typeof invalidForm>) =>
    data({ intent, problem, typed: typedValues(form) }, { status: problem.status })
  if (read.problems.length > 0) return refused(invalidForm(read.problems))
  const api = apiOf(context)
  const answer = await attempt(() =>
    intent === 'edit'
      ? api.sendOnly('PUT', pathOf(params.id), input)
      : api.sendOnly('POST', `${pathOf(params.id)}/events`, input),
  )
  if (!answer.ok) return refused(answer.problem)
  return redirect(`${paths.right(params.id)}?done=${intent === 'edit' ? 'edited' : 'event'}`)
}

const DONE = ['created', 'edited', 'event'] as const

export default function RightDetail({ loaderData: { right }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const of = (intent: 'edit' | 'event') => (actionData?.intent === intent ? actionData : undefined)
  const title = right.title || (right.number ?? t('noNumber'))
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[{ label: t('title'), to: paths.rights }]}
        title={title}
        eyebrow={
          <>
            <span>{labelOf(RIGHT_KINDS, right.kind, locale)}</span>
            <span>{right.number ?? t('noNumber')}</span>
            <span>
              {right.ending
                ? labelOf(RIGHT_ENDINGS, right.ending.reason, locale)
                : labelOf(RIGHT_LEGAL_STATUSES, right.legalStatus, locale)}
            </span>
          </>
        }
      />
      <WithRail rail={<RightFacts right={right} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        <ActionPanels>
          {right.actions.includes('right.record_event') && (
            <ActionPanel label={t('event.title')} tone="primary" open={of('event') !== undefined}>
              <EventForm right={right} typed={of('event')?.typed} problem={of('event')?.problem} />
            </ActionPanel>
          )}
          {right.actions.includes('right.edit') && (
            <ActionPanel label={t('edit.title')} open={of('edit') !== undefined}>
              <p>{t('edit.note')}</p>
              <RightForm
                intent="edit"
                right={right}
                typed={of('edit')?.typed}
                problem={of('edit')?.problem}
              />
            </ActionPanel>
          )}
        </ActionPanels>
        <section className={classes.section}>
          <h2>{t('panel.title')}</h2>
          <EncumbranceLines lines={right.encumbrances} />
        </section>
        {right.alsoOfferedBy.length > 0 && (
          <Notice tone="needs-you">
            {t('also')}
            {right.alsoOfferedBy.map((organization) => (
              <Link key={organization.id} to={paths.organization(organization.id)}>
                {pick(organization, 'name', locale)}
              </Link>
            ))}
          </Notice>
        )}
        <section className={classes.section}>
          <h2>{t('history.title')}</h2>
          <History right={right} />
        </section>
        <section className={classes.section}>
          <h2>{t('listings.title')}</h2>
          <RightListings right={right} />
        </section>
        <section className={classes.section}>
          <h2>{t('licences.title')}</h2>
          <RightLicences right={right} />
        </section>
      </WithRail>
    </>
  )
}
