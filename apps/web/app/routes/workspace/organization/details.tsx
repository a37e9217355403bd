import { Button } from '@mantine/core'
import { Organization } from '@market/contracts/organizations'
import { findRegion } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import { MyOrganizations } from '../../../features/organizations/my-organizations.tsx'
import { OrganizationFacts } from '../../../features/organizations/organization-facts.tsx'
import { DetailFields } from '../../../features/organizations/organization-form.tsx'
import { OrganizationTabs } from '../../../features/organizations/organization-tabs.tsx'
import { OrganizationText } from '../../../features/organizations/organization-text.tsx'
import classes from '../../../features/organizations/organizations.module.css'
import { readDetails } from '../../../features/organizations/read-details.ts'
import { attempt } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { regionChoices } from '../../../lib/region-choices.server.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { WithRail } from '../../../ui/facts.tsx'
import { FormSection } from '../../../ui/form/form-section.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/details.ts'

const DONE = ['created', 'saved', 'resubmitted', 'joined'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const { actor } = workspaceOf(context)
  const asked = url.searchParams.get('done')
  const done = DONE.find((candidate) => candidate === asked) ?? null
  if (actor.organizationId === null) return { own: null, done }
  const organization = await apiOf(context).get(`/api/organizations/${actor.organizationId}`, Organization)
  const { zh, en } = findRegion(organization.regionCode) ?? { zh: '', en: '' }
  const edits = may(actor, 'organization.edit', ['own'])
  const regions = edits ? regionChoices(localeFrom(context)) : []
  return { own: { organization, region: { zh, en }, regions, edits }, done }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { actor } = workspaceOf(context)
  const api = apiOf(context)
  const form = await request.formData()
  const read = readForm(form)
  const intent = read.text('intent')
  const path = `/api/organizations/${actor.organizationId}`
  const answer = await attempt(async () => {
    if (intent !== 'resubmit') return api.sendOnly('PATCH', path, readDetails(read))
    // What was corrected goes along: a rejected organization is edited and handed in again in one step.
    await api.sendOnly('PATCH', path, readDetails(read))
    return api.sendOnly('POST', `${path}/resubmit`)
  })
  if (!answer.ok) {
    return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
  }
  return redirect(`/workspace/organization?done=${intent === 'resubmit' ? 'resubmitted' : 'saved'}`)
}

export default function OwnOrganization({ loaderData: { own, done }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const workspace = useWorkspace()
  if (own === null) return <NoOrganization />
  const { organization } = own
  const name = pick(organization, 'name', locale)
  return (
    <>
      <PageHead title={name} unlisted />
      <PageHeader title={name} lead={t('own.lead')} actions={<PublicPage organization={organization} />} />
      <OrganizationTabs current="details" />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      {organization.decisionReason && (
        <Notice
          tone="refused"
          title={t(`standing.${organization.state === 'suspended' ? 'suspended' : 'rejected'}`)}
        >
          {organization.decisionReason}
        </Notice>
      )}
      {own.edits ? <Settings own={own} result={actionData} /> : <Reading own={own} />}
      <MyOrganizations workspace={workspace} />
    </>
  )
}

type Own = NonNullable<Route.ComponentProps['loaderData']['own']>

function PublicPage({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations')
  if (organization.state !== 'verified') return null
  return (
    <Button component={Link} to={paths.organization(organization.id)} variant="default">
      {t('publicPage')}
    </Button>
  )
}

function Settings({ own, result }: { own: Own; result: Route.ComponentProps['actionData'] }) {
  const { t } = useTranslation('organizations')
  const rejected = own.organization.state === 'rejected'
  return (
    <MarketForm problem={result?.problem}>
      <FormSection title={t('form.identity')} description={t('own.identityFixed')}>
        <OrganizationFacts organization={own.organization} region={own.region} fixedOnly />
      </FormSection>
      <DetailFields typed={result?.typed} organization={own.organization} regions={own.regions} />
      <FormSection
        title={t(rejected ? 'own.resubmit' : 'own.save')}
        description={t(rejected ? 'own.resubmitHint' : 'own.saveHint')}
      >
        <SubmitButton name="intent" value="save" {...(rejected ? { variant: 'default', mr: 'sm' } : {})}>
          {t('own.saveNow')}
        </SubmitButton>
        {rejected && (
          <SubmitButton name="intent" value="resubmit">
            {t('own.resubmitNow')}
          </SubmitButton>
        )}
      </FormSection>
    </MarketForm>
  )
}

function Reading({ own: { organization, region } }: { own: Own }) {
  const { t } = useTranslation('organizations')
  return (
    <WithRail rail={<OrganizationFacts organization={organization} region={region} />}>
      <OrganizationText organization={organization} />
      <p className={classes.hint}>{t('own.readOnly')}</p>
    </WithRail>
  )
}

function NoOrganization() {
  const { t } = useTranslation('organizations')
  const workspace = useWorkspace()
  return (
    <>
      <PageHead title={t('own.title')} unlisted />
      <PageHeader title={t('own.title')} />
      {workspace.organizations.length > 0 ? (
        <MyOrganizations workspace={workspace} />
      ) : (
        <EmptyState
          title={t('own.none')}
          action={
            <Button component={Link} to={paths.newOrganization}>
              {t('new.title')}
            </Button>
          }
        >
          {t('own.noneHint')}
        </EmptyState>
      )}
    </>
  )
}
