import type { Actor } from '@market/domain'
import { registerAccount } from '@market/services/identity'
import {
  acceptInvitation,
  createOrganization,
  inviteMember,
  rejectOrganization,
  verifyOrganization,
} from '@market/services/organizations'
import { trustOperator } from '../../reference/found-operator.ts'
import { DEMO_DOMAIN, DEMO_PASSWORD } from '../accounts.ts'
import {
  DEMO_AUTHORITY,
  DEMO_OPERATOR,
  DEMO_ORGANIZATIONS,
  type DemoMember,
  type DemoOrganization,
} from '../organizations.ts'
import type { Stage, Step } from './stage.ts'

const OPENED_ON = '2015-12-01'
const APPLIED_ON = '2015-12-07'

const openAccount = async (stage: Stage, { key, name }: DemoMember): Promise<Actor> => {
  const email = `${key}@${DEMO_DOMAIN}`
  const { user } = await registerAccount(stage.as(null), {
    email,
    password: DEMO_PASSWORD,
    name,
    locale: 'zh-CN',
  })
  return {
    userId: user.id,
    organizationId: null,
    organizationKind: null,
    organizationState: null,
    organizationRegionCode: null,
    roles: [],
  }
}

const apply = async (stage: Stage, organization: DemoOrganization): Promise<void> => {
  const [founder] = organization.members
  const person = await openAccount(stage, founder)
  const { key, members: _, appliedOn: __, outcome: ___, ...facts } = organization
  const input = { ...facts, website: null }
  const { id, kind, state, regionCode } = await createOrganization(stage.as(person), input, { sample: true })
  stage.remember(`organization ${key}`, id)
  stage.enter(key, {
    ...person,
    organizationId: id,
    organizationKind: kind,
    organizationState: state,
    organizationRegionCode: regionCode,
    roles: ['owner'],
  })
}

const inviteOthers = async (stage: Stage, { key, members }: DemoOrganization): Promise<void> => {
  const [, ...others] = members
  for (const member of others) {
    const founder = stage.member(key, 'owner')
    const person = await openAccount(stage, member)
    const organizationId = stage.idOf(`organization ${key}`)
    const email = `${member.key}@${DEMO_DOMAIN}`
    const invitation = await inviteMember(founder, { organizationId, email, roles: [...member.roles] })
    await acceptInvitation(stage.as(person), founder.seals.seal('invitation', invitation.id))
    if (!founder.actor) throw new Error('A founder acts for somebody.')
    stage.enter(key, { ...founder.actor, userId: person.userId, roles: member.roles })
  }
}

const open = async (stage: Stage): Promise<void> => {
  await apply(stage, DEMO_OPERATOR)
  await trustOperator(stage.as(null), stage.idOf(`organization ${DEMO_OPERATOR.key}`))
  stage.verified(DEMO_OPERATOR.key)
  await inviteOthers(stage, DEMO_OPERATOR)
}

const decide = async (stage: Stage, organization: DemoOrganization): Promise<void> => {
  const { key, outcome, introZh } = organization
  const id = stage.idOf(`organization ${key}`)
  const reviewer = stage.member(DEMO_OPERATOR.key, 'reviewer')
  if (outcome === 'rejected') {
    await rejectOrganization(reviewer, { id, reason: introZh })
    return
  }
  await verifyOrganization(reviewer, { id, reason: '' })
  stage.verified(key)
  await inviteOthers(stage, organization)
}

/** Organizations apply, the operator decides, and their people come in by invitation. */
export const organizationSteps = (stage: Stage): Step[] => {
  const applicants = [DEMO_AUTHORITY, ...DEMO_ORGANIZATIONS]
  return [
    { on: OPENED_ON, minute: 0, run: () => open(stage) },
    ...applicants.flatMap((organization, index): Step[] => {
      const on = organization.appliedOn ?? APPLIED_ON
      const application = { on, minute: index * 5, run: () => apply(stage, organization) }
      if (organization.outcome === 'pending') return [application]
      return [application, { on, minute: 240 + index * 5, run: () => decide(stage, organization) }]
    }),
  ]
}
