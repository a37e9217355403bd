import type { NeedVisibility } from '../codes/index.ts'
import type { Actor } from '../index.ts'
import { type Relation, relationsTo } from '../policy/index.ts'
import { type NeedState, PUBLIC_NEED_STATES } from './states.ts'

/** What decides who may read a need and its files. */
export interface ReadableNeed {
  organizationId: string
  state: NeedState
  /** Of the published text. */
  visibility: NeedVisibility
  published: { invitedIds: readonly string[] } | null
}

const isShown = ({ state }: ReadableNeed): boolean => PUBLIC_NEED_STATES.some((one) => one === state)

const isInvited = (actor: Actor | null, { visibility, published }: ReadableNeed): boolean => {
  if (!actor?.organizationId) return false
  if (visibility === 'verified') return actor.organizationState === 'verified'
  return visibility === 'invited' && (published?.invitedIds.includes(actor.organizationId) ?? false)
}

/** How an actor stands to a need, its visibility considered. */
export const relationsToNeed = (actor: Actor | null, need: ReadableNeed): Relation[] => {
  const open = need.visibility === 'public' || need.visibility === 'anonymous'
  const relations = relationsTo(actor, {
    organizationId: need.organizationId,
    public: isShown(need) && open,
  })
  return isShown(need) && isInvited(actor, need) ? [...relations, 'invited'] : relations
}
