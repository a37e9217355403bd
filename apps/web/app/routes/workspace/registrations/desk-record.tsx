import { ExaminerList, Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { Assignment } from '../../../features/registration-desk/assignment.tsx'
import { Checklist } from '../../../features/registration-desk/checklist.tsx'
import { ContractReader } from '../../../features/registration-desk/contract-documents.tsx'
import { DaysLeft } from '../../../features/registration-desk/days-left.tsx'
import classes from '../../../features/registration-desk/desk.module.css'
import { CORRECTION_FORM, ExaminerSteps } from '../../../features/registration-desk/examiner-steps.tsx'
import { Findings } from '../../../features/registration-desk/findings.tsx'
import { formChoicesFor, placesOf } from '../../../features/registration-desk/form-choices.server.ts'
import { FormFacts } from '../../../features/registration-desk/form-facts.tsx'
import { FORM_ID, SHOWN_FIELDS } from '../../../features/registration-desk/form-fields.ts'
import { IntegrityFlags } from '../../../features/registration-desk/integrity-flags.tsx'
import { KeptPrechecks } from '../../../features/registration-desk/kept-prechecks.tsx'
import { RegimeNote } from '../../../features/registration-desk/regime-note.tsx'
import { RegisterAmendments } from '../../../features/registration-desk/register-amendments.tsx'
import { takeRegistrationStep } from '../../../features/registration-desk/registration-action.server.ts'
import { History } from '../../../features/registration-desk/registration-rail.tsx'
import { RegistrationStanding } from '../../../features/registration-desk/registration-standing.tsx'
import { SimilarRecords } from '../../../features/registration-desk/similar-records.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/desk-record.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/registrations/${encodeURIComponent(params.id)}`
  const api = apiOf(context)
  const registration = await api.get(path, Registration)
  const assigns = registration.actions.includes('registration.assign')
  const examiners = assigns ? await api.get(`${path}/examiners`, ExaminerList) : { items: [] }
  const locale = localeFrom(context)
  const choices = formChoicesFor(registration, locale)
  return { registration, examiners: examiners.items, choices, places: placesOf(registration, locale) }
}

export async function action({ request, context, params, url }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeRegistrationStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  const query = new URLSearchParams({ done: intent })
  for (const name of ['queue', 'state']) {
    const value = url.searchParams.get(name)
    if (value) query.set(name, value)
  }
  return redirect(`${paths.deskRecord(params.id)}?${query}`)
}

const DONE = [
  'accept',
  'review',
  'correction',
  'refuse',
  'register',
  'change',
  'cancel',
  'revoke',
  'take',
  'assign',
  'unassign',
] as const

export default function DeskRecord({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('desk')
  const [query] = useSearchParams()
  const { registration, examiners, choices, places } = loaderData
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const commenting = registration.actions.includes('registration.request_correction')
  return (
    <div className={classes.record} key={registration.id}>
      <PageHead title={registration.title} unlisted />
      <article>
        <Head registration={registration} />
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        {registration.mine && <Notice tone="needs-you">{t('mine')}</Notice>}
        <SimilarRecords registration={registration} />
        <IntegrityFlags flags={registration.flags} />
        {registration.state !== 'submitted' && <RegistrationStanding registration={registration} />}
        <ExaminerSteps registration={registration} result={actionData}>
          <Assignment registration={registration} examiners={examiners} result={actionData} />
        </ExaminerSteps>
        <RegisterAmendments registration={registration} choices={choices} result={actionData} />
        <Findings findings={registration.findings} elsewhere={SHOWN_FIELDS} formId={FORM_ID} />
        <FormFacts
          registration={registration}
          places={places}
          commentForm={commenting ? CORRECTION_FORM : undefined}
        />
        <Checklist registration={registration} result={actionData} />
        <KeptPrechecks prechecks={registration.prechecks} />
        <RegimeNote registration={registration} />
        <section className={classes.section}>
          <h2>{t('rail.timeline')}</h2>
          <History registration={registration} />
        </section>
      </article>
      <ContractReader registration={registration} />
    </div>
  )
}

function Head({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const { seller, buyer, agency, assignedTo } = registration
  return (
    <header className={classes.recordHead}>
      <Link to={paths.desk} className={classes.back}>
        {t('queue.back')}
      </Link>
      <p className={classes.recordMeta}>
        <StateBadge subject="registration" state={registration.state} />
        <DaysLeft item={registration} />
        {assignedTo && <span>{t('queue.at', { name: assignedTo.name })}</span>}
        <span>
          {t('filedFor', { agency: pick(agency, 'name', locale), person: registration.filedBy.name })}
        </span>
      </p>
      <h2>{registration.title}</h2>
      <p className={classes.recordMeta}>
        {pick(seller, 'name', locale)} → {pick(buyer, 'name', locale)}
      </p>
    </header>
  )
}
