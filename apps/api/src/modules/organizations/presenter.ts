import type {
  Contact,
  Invitation,
  Member,
  Organization,
  OrganizationSummary,
} from '@market/contracts/organizations'
import type {
  ContactRecord,
  InvitationRecord,
  MemberRecord,
  OrganizationRecord,
} from '@market/services/organizations'

export const presentOrganizationSummary = (organization: OrganizationRecord): OrganizationSummary => {
  const { id, kind, state, nameZh, nameEn, regionCode, sample } = organization
  return { id, kind, state, nameZh, nameEn, regionCode, sample }
}

export const presentOrganization = (organization: OrganizationRecord): Organization => {
  const { creditCode, stateOwned, introZh, introEn, website, decisionReason, createdAt } = organization
  return {
    ...presentOrganizationSummary(organization),
    creditCode,
    stateOwned,
    introZh,
    introEn,
    website,
    decisionReason,
    createdAt: createdAt.toISOString(),
  }
}

export const presentMember = ({ userId, name, email, roles, createdAt }: MemberRecord): Member => ({
  userId,
  name,
  email,
  roles,
  since: createdAt.toISOString(),
})

export const presentInvitation = (invitation: InvitationRecord): Invitation => {
  const { id, organizationId, email, roles, state, createdAt, expiresAt } = invitation
  return {
    id,
    organizationId,
    email,
    roles,
    state,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

export const presentContact = (contact: ContactRecord): Contact => {
  const { id, nameZh, nameEn, dutyZh, dutyEn, email, phone, visibility } = contact
  return { id, nameZh, nameEn, dutyZh, dutyEn, email, phone, visibility }
}
