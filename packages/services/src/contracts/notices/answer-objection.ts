import { noticeObjections } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { ObjectionState } from '@market/domain/contracts'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { changeNotice } from './change-notice.ts'
import type { NoticeRow } from './notice-records.ts'

export interface AnswerObjectionInput {
  noticeId: string
  objectionId: string
  decision: Exclude<ObjectionState, 'open'>
  answer: string
}

/**
 * The owner answers an objection and decides it, once. One that is upheld keeps the contract from being signed on this
 * notice. Refuses with `objection.not_found` and `objection.answered`.
 */
export const answerObjection = (context: ServiceContext, input: AnswerObjectionInput): Promise<NoticeRow> =>
  changeNotice(context, input.noticeId, 'notice.answer', async ({ unit, actor }) => {
    const { objectionId, noticeId, decision, answer } = input
    const found = and(eq(noticeObjections.id, objectionId), eq(noticeObjections.noticeId, noticeId))
    const [known] = await unit.tx.select({ id: noticeObjections.id }).from(noticeObjections).where(found)
    if (!known) throw refuse('not-found', 'objection.not_found')
    const [answered] = await unit.tx
      .update(noticeObjections)
      .set({ state: decision, answer, answeredBy: actor.userId, answeredAt: unit.now })
      .where(and(found, eq(noticeObjections.state, 'open')))
      .returning()
    if (!answered) throw refuse('conflict', 'objection.answered')
    unit.audit({
      action: 'notice.decide_objection',
      subjectType: 'notice',
      subjectId: noticeId,
      organizationId: actor.organizationId,
      after: { objectionId, decision, answer },
    })
    return { event: 'notice.objection_answered', told: { objectionId } }
  })
