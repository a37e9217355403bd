import { refuse } from '@market/domain'
import { relationsToNeed } from '@market/domain/demands'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { findNeed } from './records.ts'
import { isInsider, type NeedView, viewPublishedNeed, viewWorkingNeed } from './view-need.ts'

export interface GetNeedInput {
  id: string
  /** 'preview': the working text as others would see it. Outsiders get the published text in any case. */
  view: 'working' | 'public' | 'preview'
}

/** Refuses with `need.not_found`, also for one the visibility keeps from the reader. */
export const getNeed = async (context: ServiceContext, { id, view }: GetNeedInput): Promise<NeedView> => {
  const { db, actor, clock } = context
  const need = await findNeed(db, id)
  authorize(actor, 'need.read', relationsToNeed(actor, need))
  const insider = isInsider(actor, need)
  if (insider && view === 'working') return viewWorkingNeed(db, need, { actor, now: clock.now() })
  if (insider && view === 'preview') return viewPublishedNeed(db, need, need.working, actor)
  if (!need.published) throw refuse('not-found', 'need.not_found')
  return viewPublishedNeed(db, need, need.published, actor)
}
