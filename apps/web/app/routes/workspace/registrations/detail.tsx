import { Button } from '@mantine/core'
import { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { DocumentLinks } from '../../../features/registration-desk/contract-documents.tsx'
import classes from '../../../features/registration-desk/desk.module.css'
import { FilingForm } from '../../../features/registration-desk/filing-form.tsx'
import { Findings } from '../../../features/registration-desk/findings.tsx'
import { formChoicesFor, placesOf } from '../../../features/registration-desk/form-choices.server.ts'
import { FormFacts } from '../../../features/registration-desk/form-facts.tsx'
import { FORM_ID, SHOWN_FIELDS } from '../../../features/registration-desk/form-fields.ts'
import { KeptPrechecks } from '../../../features/registration-desk/kept-prechecks.tsx'
import { RegimeNote } from '../../../features/registration-desk/regime-note.tsx'
import { RegisterAmendments } from '../../../features/registration-desk/register-amendments.tsx'
import { takeRegistrationStep } from '../../../features/registration-desk/registration-action.server.ts'
import { RegistrationRail } from '../../../features/registration-desk/registration-rail.tsx'
import { RegistrationStanding } from '../../../features/registration-desk/registration-standing.tsx'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/detail.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/registrations/${encodeURIComponent(params.id)}`
  const registration = await apiOf(context).get(path, Registration)
  const locale = localeFrom(context)
  const choices = formChoicesFor(registration, locale)
  return { registration, choices, places: placesOf(registration, locale) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeRegistrationStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.registration(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = ['save', 'submit', 'change', 'cancel', 'revoke'] as const

export default function RegistrationDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('desk')
  const [query] = useSearchParams()
  const { registration, choices, places } = loaderData
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const editable = registration.actions.includes('registration.edit') && choices !== null
  return (
    <>
      <PageHead title={registration.title} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: paths.registrations }]}
        title={registration.title}
        eyebrow={
          <>
            <StateBadge subject="registration" state={registration.state} />
            {registration.status && <StateBadge subject="certificate" state={registration.status} />}
          </>
        }
        actions={registration.actions.includes('registration.refuse') && <ToDesk id={registration.id} />}
      />
      <WithRail rail={<RegistrationRail registration={registration} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        <RegistrationStanding registration={registration} />
        <Findings findings={registration.findings} elsewhere={SHOWN_FIELDS} formId={FORM_ID} />
        {editable ? (
          <FilingForm registration={registration} choices={choices} result={actionData} />
        ) : (
          <>
            <RegisterAmendments registration={registration} choices={choices} result={actionData} />
            <section className={classes.section}>
              <h2>{t('formTitle')}</h2>
              <FormFacts registration={registration} places={places} />
            </section>
          </>
        )}
        <section className={classes.section}>
          <h2>{t('documents.title')}</h2>
          <DocumentLinks registration={registration} />
        </section>
        <KeptPrechecks prechecks={registration.prechecks} />
        <RegimeNote registration={registration} />
      </WithRail>
    </>
  )
}

function ToDesk({ id }: { id: string }) {
  const { t } = useTranslation('desk')
  return (
    <Button component={Link} to={paths.deskRecord(id)}>
      {t('toDesk')}
    </Button>
  )
}
