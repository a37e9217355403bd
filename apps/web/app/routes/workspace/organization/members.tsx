import { InvitationList as Invitations, MemberList as Members } from '@market/contracts/organizations'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { redirect } from 'react-router'
import { InvitationList, InviteForm } from '../../../features/organizations/invitations.tsx'
import { memberAction } from '../../../features/organizations/member-action.server.ts'
import { MemberList } from '../../../features/organizations/member-list.tsx'
import { OrganizationTabs } from '../../../features/organizations/organization-tabs.tsx'
import classes from '../../../features/organizations/organizations.module.css'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/members.ts'

const DONE = ['change', 'remove', 'invite', 'revoke'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const { actor, organization } = workspaceOf(context)
  if (organization === null) throw redirect('/workspace/organization')
  const api = apiOf(context)
  const path = `/api/organizations/${organization.id}`
  const [members, invitations] = await Promise.all([
    api.get(`${path}/members`, Members),
    api.get(`${path}/invitations`, Invitations),
  ])
  const asked = url.searchParams.get('done')
  return {
    organization,
    userId: actor.userId,
    owner: may(actor, 'member.change', ['own']),
    members: members.items,
    invitations: invitations.items,
    done: DONE.find((done) => done === asked) ?? null,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { actor } = workspaceOf(context)
  if (actor.organizationId === null) throw redirect('/workspace/organization')
  return memberAction(apiOf(context), actor.organizationId, await request.formData(), actor.userId)
}

export default function MembersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const { organization, members, invitations, owner, userId, done } = loaderData
  return (
    <>
      <PageHead title={t('own.members')} unlisted />
      <PageHeader title={pick(organization, 'name', locale)} lead={t('members.lead')} />
      <OrganizationTabs current="members" />
      {done && <Notice tone="done">{t(`members.done.${done}`)}</Notice>}
      <MemberList
        members={members}
        kind={organization.kind}
        userId={userId}
        owner={owner}
        result={actionData}
      />
      {owner && (
        <section className={classes.block}>
          <h2>{t('invitations.invite')}</h2>
          <p className={classes.hint}>{t('invitations.hint')}</p>
          <InviteForm key={invitations.length} kind={organization.kind} result={actionData} />
        </section>
      )}
      <section className={classes.block}>
        <h2>{t('invitations.title')}</h2>
        <InvitationList invitations={invitations} owner={owner} result={actionData} />
      </section>
    </>
  )
}
