import { type OrganizationState, type StateMachine, stateMachine } from '../index.ts'

export type OrganizationCommand = 'verify' | 'reject' | 'resubmit' | 'suspend' | 'restore'

export const organizationMachine: StateMachine<OrganizationState, OrganizationCommand> = stateMachine(
  'organization',
  {
    verify: { from: ['pending'], to: 'verified' },
    reject: { from: ['pending'], to: 'rejected' },
    resubmit: { from: ['rejected'], to: 'pending' },
    suspend: { from: ['verified'], to: 'suspended' },
    restore: { from: ['suspended'], to: 'verified' },
  },
)

export const INVITATION_STATES = ['pending', 'accepted', 'revoked', 'expired'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]
export type InvitationCommand = 'accept' | 'revoke' | 'expire'

export const invitationMachine: StateMachine<InvitationState, InvitationCommand> = stateMachine(
  'invitation',
  {
    accept: { from: ['pending'], to: 'accepted' },
    revoke: { from: ['pending'], to: 'revoked' },
    expire: { from: ['pending'], to: 'expired' },
  },
)
