import { type Actor, refuse } from '../index.ts'
import { CONFIRMED_ACTIONS } from './confirmed-actions.ts'
import { type Action, POLICY, VISIBLE_THROUGH } from './policy.ts'
import type { Grant, Relation } from './rule.ts'

/** 'hidden': the actor may not even learn that the record exists. */
export type Decision = 'allow' | 'forbidden' | 'hidden' | 'not_verified' | 'unauthenticated'

const relationsHold = (grant: Grant, relations: readonly Relation[]): boolean =>
  (grant.relations.length === 0 || grant.relations.some((relation) => relations.includes(relation))) &&
  !grant.except.some((relation) => relations.includes(relation))

const standingHolds = (grant: Grant, actor: Actor | null): boolean => {
  if (grant.audience === 'anyone') return true
  if (!actor) return false
  if (grant.audience === 'signed_in') return true
  if (actor.organizationId === null || actor.organizationKind === null) return false
  if (grant.organizationKinds.length > 0 && !grant.organizationKinds.includes(actor.organizationKind)) {
    return false
  }
  if (grant.roles.length === 0) return actor.roles.length > 0
  return actor.roles.includes('owner') || grant.roles.some((role) => actor.roles.includes(role))
}

const verificationHolds = (grant: Grant, actor: Actor | null): boolean =>
  !grant.verified || actor?.organizationState === 'verified'

const grantsOf = (action: Action): readonly Grant[] => POLICY[action]

/** The part of an action before the dot: 'listing' of 'listing.publish'. */
export const subjectOf = (action: Action): string => action.slice(0, action.indexOf('.'))

const isAction = (name: string): name is Action => Object.hasOwn(POLICY, name)

/** The action that reads the record at stake; null where a subject has none (search, plan). */
const readActionFor = (action: Action): Action | null => {
  const name = VISIBLE_THROUGH[action] ?? `${subjectOf(action)}.read`
  return isAction(name) ? name : null
}

const maySeeRecord = (actor: Actor | null, action: Action, relations: readonly Relation[]): boolean => {
  const readAction = readActionFor(action)
  if (!readAction) return true
  return grantsOf(readAction).some((grant) => standingHolds(grant, actor) && relationsHold(grant, relations))
}

/**
 * Decides one action of one actor on a record it stands in these relations to: nobody acts on what they may
 * not see. With no record at stake (creating, listing) pass `null`: the answer is then never 'hidden'.
 */
export const decide = (
  actor: Actor | null,
  action: Action,
  relations: readonly Relation[] | null = null,
): Decision => {
  const held = relations ?? []
  const fitting = grantsOf(action).filter(
    (grant) => standingHolds(grant, actor) && relationsHold(grant, held),
  )
  const visible = relations === null || maySeeRecord(actor, action, relations)
  if (visible && fitting.some((grant) => verificationHolds(grant, actor))) return 'allow'
  // A stranger learns no more of a private record than of one that does not exist.
  const publicSubject = grantsOf(action).some((grant) => grant.audience === 'anyone')
  if (!visible && (actor || publicSubject)) return 'hidden'
  if (!actor) return 'unauthenticated'
  return fitting.length > 0 ? 'not_verified' : 'forbidden'
}

const requireConfirmation = (actor: Actor | null, action: Action): void => {
  if (!actor?.session || !CONFIRMED_ACTIONS.includes(action)) return
  if (!actor.session.confirmed) throw refuse('precondition', 'session.confirmation_required', { action })
  // Who has no factor of their own yet must be let through to set one up.
  if (actor.session.tooWeak && action !== 'account.change_second_factors') {
    throw refuse('precondition', 'second_factor.enrolment_required', { action })
  }
}

/**
 * Throws unless allowed: unauthenticated 'session.required', not-found '<subject>.not_found', precondition
 * 'organization.not_verified', 'session.confirmation_required' or
 * 'second_factor.enrolment_required', forbidden 'policy.forbidden'.
 */
export const authorize = (
  actor: Actor | null,
  action: Action,
  relations: readonly Relation[] | null = null,
): void => {
  switch (decide(actor, action, relations)) {
    case 'allow':
      requireConfirmation(actor, action)
      return
    case 'unauthenticated':
      throw refuse('unauthenticated', 'session.required', { action })
    case 'hidden':
      throw refuse('not-found', `${subjectOf(readActionFor(action) ?? action)}.not_found`)
    case 'not_verified':
      throw refuse('precondition', 'organization.not_verified', {
        action,
        state: actor?.organizationState ?? null,
      })
    case 'forbidden':
      throw refuse('forbidden', 'policy.forbidden', { action })
  }
}

/** Whether a screen should offer the action at all. */
export const may = (
  actor: Actor | null,
  action: Action,
  relations: readonly Relation[] | null = null,
): boolean => decide(actor, action, relations) === 'allow'
