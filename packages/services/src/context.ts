import type { WorkContext } from '@market/database'
import { type Actor, type Locale, refuse } from '@market/domain'
import type { UnsubscribeScope } from '@market/domain/notifications'

export type SealPurpose =
  | 'password-reset'
  | 'invitation'
  | 'log-in'
  | 'confirmation-code'
  | 'saved-search'
  | `unsubscribe-${UnsubscribeScope}`

/** Links in mails: a sealed id that cannot be guessed and is stored nowhere. */
export interface Seals {
  seal(purpose: SealPurpose, id: string): string
  /** The id, or null when the token is not one of ours for that purpose. */
  open(purpose: SealPurpose, token: string): string | null
  /** Six digits that belong to the id, for a person to type; guesses have to be counted. */
  code(purpose: SealPurpose, id: string): string
  /** Hides a secret that has to be read again, bound to the record it belongs to. */
  conceal(recordId: string, secret: string): string
  /** Throws when the text was concealed for another record, or under another application secret. */
  reveal(recordId: string, concealed: string): string
}

/** Unguessable text, passed in so that tests can foresee it. */
export interface SecretSource {
  next(): string
}

/** What a use-case is given: who asks, on which database, at what time. Nothing else reaches it. */
export interface ServiceContext extends WorkContext {
  locale: Locale
  secrets: SecretSource
  seals: Seals
}

/** Some fields of a record; `undefined` leaves a field as it is. */
export type Changes<T> = { [K in keyof T]?: T[K] | undefined }

export type MemberActor = Actor & { organizationId: string }

/** The person asking. Refuses with `session.required` when nobody has logged in. */
export const requireActor = (context: ServiceContext): Actor => {
  if (!context.actor) throw refuse('unauthenticated', 'session.required')
  return context.actor
}

/** An actor who acts for an organization. Refuses with `organization.required` when there is none. */
export const requireMember = (context: ServiceContext): MemberActor => {
  const actor = requireActor(context)
  const { organizationId } = actor
  if (organizationId === null) throw refuse('precondition', 'organization.required')
  return { ...actor, organizationId }
}
