export { acceptInvitation } from './accept-invitation.ts'
export { type ChangeMemberInput, changeMember } from './change-member.ts'
export {
  type ContactInput,
  type ContactRecord,
  createContact,
  editContact,
  findContact,
  listContacts,
  listShownContacts,
  removeContact,
} from './contacts/index.ts'
export { type CreateOrganizationInput, createOrganization } from './create-organization.ts'
export {
  type DecideOrganizationInput,
  rejectOrganization,
  restoreOrganization,
  resubmitOrganization,
  suspendOrganization,
  verifyOrganization,
} from './decide-organization.ts'
export { type EditOrganizationInput, editOrganization } from './edit-organization.ts'
export { getOrganization } from './get-organization.ts'
export type { InvitationRecord } from './invitation-records.ts'
export { type InviteMemberInput, inviteMember } from './invite-member.ts'
export { listInvitations } from './list-invitations.ts'
export { listMembers } from './list-members.ts'
export { type ListOrganizationsInput, listOrganizations } from './list-organizations.ts'
export type { MemberRecord } from './members.ts'
export { findOrganization, type OrganizationRecord } from './records.ts'
export { removeMember } from './remove-member.ts'
export { revokeInvitation } from './revoke-invitation.ts'
