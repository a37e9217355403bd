export const ORGANIZATION_KINDS = [
  'university',
  'institute',
  'company',
  'agency',
  'provider',
  'authority',
  'operator',
] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

/** 'recorded': named by an imported contract, without an account; it never acts and is shown nowhere. */
export const ORGANIZATION_STATES = ['pending', 'verified', 'rejected', 'suspended', 'recorded'] as const
export type OrganizationState = (typeof ORGANIZATION_STATES)[number]

export const ROLES = [
  'owner',
  'editor',
  'negotiator',
  'signatory',
  'finance',
  'registrar',
  'reviewer',
  'viewer',
] as const
export type Role = (typeof ROLES)[number]

/** The person who asks, speaking for one organization (or for none yet). */
export interface Actor {
  userId: string
  organizationId: string | null
  organizationKind: OrganizationKind | null
  organizationState: OrganizationState | null
  organizationRegionCode: string | null
  roles: readonly Role[]
  /** Who came through a session has it named; programs inside the house have none. */
  session?: ActorSession
}

export interface ActorSession {
  id: string
  /** Whether the person behind the session has proved, within the last minutes, to be there. */
  confirmed: boolean
  /** The market asks for a factor of the person's own, and what was shown was a mailed code. */
  tooWeak: boolean
}
