import { inUnitOfWork } from '@market/database'
import { noticeObjections } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { noticePhase } from '@market/domain/contracts'
import { authorize, relationsTo } from '@market/domain/policy'
import type { ServiceContext } from '../../index.ts'
import { holdNotice, type ObjectionRow, stakeholdersOfNotice } from './notice-records.ts'

export interface RaiseObjectionInput {
  noticeId: string
  /** Who objects: a real name, and a way to be answered. Only the owner of the notice reads them. */
  name: string
  contact: string
  body: string
}

/**
 * Anybody objects to a running notice, by name. Refuses with `notice.not_running` before and after. The audit trail keeps
 * neither name nor contact: they are for the owner alone.
 */
export const raiseObjection = (context: ServiceContext, input: RaiseObjectionInput): Promise<ObjectionRow> =>
  inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const { notice, contract } = await holdNotice(tx, input.noticeId)
    const { actor } = context
    authorize(actor, 'notice.object', relationsTo(actor, stakeholdersOfNotice(notice, contract)))
    const phase = noticePhase(
      { endsOn: notice.endsOn, withdrawn: notice.withdrawnAt !== null },
      shanghaiDateOf(now),
    )
    if (phase !== 'running') throw refuse('conflict', 'notice.not_running', { endsOn: notice.endsOn })
    const [objection] = await tx
      .insert(noticeObjections)
      .values({
        ...input,
        id: context.ids.next(),
        state: 'open',
        raisedBy: actor?.userId ?? null,
        raisedAt: now,
      })
      .returning()
    if (!objection) throw new Error('The objection was not stored.')
    const { id, body } = objection
    audit({
      action: 'notice.object',
      subjectType: 'notice',
      subjectId: notice.id,
      organizationId: notice.organizationId,
      after: { objectionId: id, body },
    })
    emit({ type: 'notice.objected', subjectId: notice.id, payload: { objectionId: id } })
    return objection
  })
