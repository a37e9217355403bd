import { MemberList as Members, Organization } from '@market/contracts/organizations'
import { findRegion } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import { DECISIONS, Decision } from '../../../features/organizations/decision.tsx'
import { MemberList } from '../../../features/organizations/member-list.tsx'
import { OrganizationFacts } from '../../../features/organizations/organization-facts.tsx'
import { OrganizationText } from '../../../features/organizations/organization-text.tsx'
import classes from '../../../features/organizations/organizations.module.css'
import { attempt, type Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/detail.ts'

const pathOf = (id: string) => `/api/organizations/${encodeURIComponent(id)}`

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const seesMembers = may(workspaceOf(context).actor, 'member.read')
  const [organization, members] = await Promise.all([
    api.get(pathOf(params.id), Organization),
    seesMembers ? attempt(() => api.get(`${pathOf(params.id)}/members`, Members)) : null,
  ])
  const { zh, en } = findRegion(organization.regionCode) ?? { zh: '', en: '' }
  return { organization, region: { zh, en }, members: members?.ok ? members.value.items : [] }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const intent = read.text('intent')
  const refused = (problem: Problem) =>
    data({ intent, problem, typed: typedValues(form) }, { status: problem.status })
  if (!DECISIONS.some((decision) => decision === intent)) {
    return refused({ status: 400, code: 'request.unreadable', details: {} })
  }
  const body = read.text('reason') === '' && !form.has('reason') ? undefined : { reason: read.text('reason') }
  const answer = await attempt(() => apiOf(context).sendOnly('POST', `${pathOf(params.id)}/${intent}`, body))
  return answer.ok ? redirect(`/workspace/organizations?done=${intent}`) : refused(answer.problem)
}

export default function OrganizationDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const { organization, region, members } = loaderData
  const name = pick(organization, 'name', locale)
  return (
    <>
      <PageHead title={name} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: '/workspace/organizations' }]}
        title={name}
        eyebrow={organization.sample ? t('sample') : undefined}
      />
      {organization.decisionReason && (
        <Notice
          tone="refused"
          title={t(`standing.${organization.state === 'suspended' ? 'suspended' : 'rejected'}`)}
        >
          {organization.decisionReason}
        </Notice>
      )}
      <WithRail rail={<OrganizationFacts organization={organization} region={region} />}>
        <OrganizationText organization={organization} />
        {members.length > 0 && (
          <section className={classes.block}>
            <h2>{t('members.title')}</h2>
            <MemberList
              members={members}
              kind={organization.kind}
              userId=""
              owner={false}
              result={undefined}
            />
          </section>
        )}
        {organization.state === 'verified' && (
          <p>
            <Link to={paths.organization(organization.id)}>{t('publicPage')}</Link>
          </p>
        )}
        <Decision organization={organization} result={actionData} />
      </WithRail>
    </>
  )
}
