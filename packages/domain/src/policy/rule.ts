import type { OrganizationKind, Role } from '../index.ts'

/** How the actor's organization (or the actor) stands to the record. */
export const RELATIONS = [
  'own',
  'party',
  'seller',
  'buyer',
  'counterparty',
  'broker',
  'agency',
  'filer',
  'self',
  'invited',
  'public',
] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * One way of being allowed. All parts must hold; `relations` needs any one of its members (none named: the
 * record does not matter), `except` bars even an owner. `audience` 'anyone' needs no session, 'signed_in' no
 * organization; for both, roles and kinds are not asked.
 */
export interface Grant {
  audience: 'anyone' | 'signed_in' | 'member'
  organizationKinds: readonly OrganizationKind[]
  roles: readonly Role[]
  relations: readonly Relation[]
  except: readonly Relation[]
  verified: boolean
}

type Parts = Partial<Omit<Grant, 'audience'>>

const grant = (audience: Grant['audience'], parts: Parts): Grant => ({
  audience,
  organizationKinds: [],
  roles: [],
  relations: [],
  except: [],
  verified: false,
  ...parts,
})

/** With or without a session. */
export const anyone = (parts: Pick<Parts, 'relations'> = {}): Grant => grant('anyone', parts)

/** Everybody with a session, member of an organization or not. */
export const signedIn = (parts: Pick<Parts, 'relations' | 'except'> = {}): Grant => grant('signed_in', parts)

/** A member of an organization; no kinds or roles named means every kind or role. */
export const members = (parts: Parts = {}): Grant => grant('member', parts)
