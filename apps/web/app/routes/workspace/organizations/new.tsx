import { Organization } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { DetailFields, IdentityFields } from '../../../features/organizations/organization-form.tsx'
import { readDetails } from '../../../features/organizations/read-details.ts'
import { attempt } from '../../../lib/api/problem.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { regionChoices } from '../../../lib/region-choices.server.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { FormSection } from '../../../ui/form/form-section.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

export function loader({ context }: Route.LoaderArgs) {
  return { regions: regionChoices(localeFrom(context)) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf(context)
  const form = await request.formData()
  const read = readForm(form)
  const input = { ...readDetails(read), kind: read.text('kind'), creditCode: read.text('creditCode') }
  const answer = await attempt(() => api.send('POST', '/api/organizations', input, Organization))
  if (!answer.ok) {
    return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
  }
  // Whoever registers an organization goes on as its owner.
  const organizationId = answer.value.id
  await api.sendOnly('POST', '/api/me/organization', { organizationId, transport: 'cookie' })
  return redirect('/workspace/organization?done=created')
}

export default function NewOrganization({ loaderData: { regions }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  return (
    <>
      <PageHead title={t('new.title')} unlisted />
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <MarketForm problem={actionData?.problem}>
        <IdentityFields typed={actionData?.typed} />
        <DetailFields typed={actionData?.typed} organization={null} regions={regions} />
        <FormSection title={t('new.finish')} description={t('new.finishHint')}>
          <SubmitButton>{t('new.submit')}</SubmitButton>
        </FormSection>
      </MarketForm>
    </>
  )
}
