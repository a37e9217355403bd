import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { moveNeedText, needProblems } from '@market/domain/demands'
import type { ServiceContext } from '../index.ts'
import { changeNeed } from './change-need.ts'
import { differences, editNeedContent, type NeedEdit } from './content.ts'
import type { NeedView } from './view-need.ts'

export type EditNeedInput = NeedEdit & {
  id: string
  /** The revision the editor last read. */
  revision: number
}

/**
 * Saves some fields of a draft, or of the changes to a published need. Refuses with `request.invalid`,
 * `need.wrong_state` or `need.changed_meanwhile` (`revision` is the present one).
 */
export const editNeed = (
  context: ServiceContext,
  { id, revision, ...edit }: EditNeedInput,
): Promise<NeedView> =>
  changeNeed(context, id, { action: 'need.edit' }, ({ need }) => {
    if (need.revision !== revision) {
      throw refuse('conflict', 'need.changed_meanwhile', { revision: need.revision })
    }
    const next = moveNeedText(need, 'edit')
    const working = editNeedContent(need.working, edit)
    return {
      changes: { ...next, working, revision: revision + 1 },
      trail: differences(need.working, working),
    }
  })

/** Hands the text to the reviewers. Refuses with `need.not_ready` and the problems field by field. */
export const submitNeed = (context: ServiceContext, id: string): Promise<NeedView> =>
  changeNeed(context, id, { action: 'need.submit' }, ({ unit, actor, need }) => {
    const next = moveNeedText(need, 'submit')
    const problems = needProblems(need.working, shanghaiDateOf(unit.now))
    if (problems.length > 0) throw refuseFields('need.not_ready', problems)
    const submitted = { submittedAt: unit.now, submittedBy: actor.userId, reviewReasons: null }
    return { changes: { ...next, ...submitted }, event: 'need.submitted' }
  })

/** Throws away the unpublished changes to a published need. Refuses with `need.wrong_state`. */
export const discardNeedChanges = (context: ServiceContext, id: string): Promise<NeedView> =>
  changeNeed(context, id, { action: 'need.edit', auditAs: 'need.discard_changes' }, ({ need }) => {
    const next = moveNeedText(need, 'discard')
    const working = need.published ?? need.working
    return { changes: { ...next, working, reviewReasons: null, revision: need.revision + 1 } }
  })
