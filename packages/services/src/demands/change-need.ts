import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { needs } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { relationsToNeed } from '@market/domain/demands'
import { type Action, authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { holdNeed, type NeedRow } from './records.ts'
import { type NeedView, viewWorkingNeed } from './view-need.ts'

export interface NeedWork {
  unit: UnitOfWork
  actor: Actor
  need: NeedRow
}

export interface NeedChange {
  changes: Partial<NeedRow>
  event?: `need.${string}`
  payload?: Record<string, unknown>
  /** What the trail keeps; the state by default. */
  trail?: { before: unknown; after: unknown }
}

/** Stores what changed, if nobody changed the need since. Refuses with `need.changed_meanwhile`. */
export const storeNeed = async (
  { tx, now }: UnitOfWork,
  before: NeedRow,
  changes: Partial<NeedRow>,
): Promise<NeedRow> => {
  const { id, state, revision } = before
  const [after] = await tx
    .update(needs)
    .set({ ...changes, updatedAt: now })
    .where(and(eq(needs.id, id), eq(needs.state, state), eq(needs.revision, revision)))
    .returning()
  if (!after) throw refuse('conflict', 'need.changed_meanwhile', { revision })
  return after
}

/** The common walk of a verb on a need: hold, ask the policy, let `decide` say what changes, store, audit, tell. */
export const changeNeed = (
  context: ServiceContext,
  id: string,
  { action, auditAs = action }: { action: Action & `need.${string}`; auditAs?: string },
  decide: (work: NeedWork) => NeedChange | Promise<NeedChange>,
): Promise<NeedView> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async (unit) => {
    const before = await holdNeed(unit, id)
    authorize(actor, action, relationsToNeed(actor, before))
    const { changes, event, payload, trail } = await decide({ unit, actor, need: before })
    const after = await storeNeed(unit, before, changes)
    const standing = ({ state, changesState, version }: NeedRow) => ({ state, changesState, version })
    unit.audit({
      action: auditAs,
      subjectType: 'need',
      subjectId: id,
      organizationId: before.organizationId,
      ...(trail ?? { before: standing(before), after: standing(after) }),
    })
    if (event) unit.emit({ type: event, subjectId: id, ...(payload ? { payload } : {}) })
    return viewWorkingNeed(unit.tx, after, { actor, now: unit.now })
  })
}
