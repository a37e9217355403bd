import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { needAnswers } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import type { DeclineReason } from '@market/domain/codes'
import { type AnswerCommand, answerMachine } from '@market/domain/demands'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type AnswerRow, holdAnswer, partiesOf } from './records.ts'

/** Gives a held answer a command and stores, audits and tells of it. Refuses with `answer.wrong_state`. */
export const moveAnswer = async (
  unit: UnitOfWork,
  before: AnswerRow,
  command: AnswerCommand,
  changes: Partial<Pick<AnswerRow, 'declineReason' | 'declineWords'>> = {},
): Promise<AnswerRow> => {
  const state = answerMachine.transition(before.state, command)
  const [after] = await unit.tx
    .update(needAnswers)
    .set({ ...changes, state, updatedAt: unit.now })
    .where(and(eq(needAnswers.id, before.id), eq(needAnswers.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'answer.changed_meanwhile')
  unit.audit({
    action: `answer.${command}`,
    subjectType: 'answer',
    subjectId: before.id,
    organizationId: before.organizationId,
    before: { state: before.state },
    after: { state, ...changes },
  })
  unit.emit({ type: `answer.${command}`, subjectId: before.id, payload: { needId: before.needId } })
  return after
}

const step = (
  context: ServiceContext,
  id: string,
  {
    action,
    command,
    changes,
  }: { action: Action; command: AnswerCommand; changes?: Parameters<typeof moveAnswer>[3] },
): Promise<AnswerRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const { need, answer } = await holdAnswer(unit, id)
    authorize(actor, action, relationsTo(actor, partiesOf(need, answer)))
    return moveAnswer(unit, answer, command, changes)
  })
}

/** The poster keeps an answer in view. Refuses with `answer.wrong_state`. */
export const shortlistAnswer = async (context: ServiceContext, id: string): Promise<AnswerRow> =>
  step(context, id, { action: 'answer.shortlist', command: 'shortlist' })

/** Whoever answered takes it back. Refuses with `answer.wrong_state`. */
export const withdrawAnswer = async (context: ServiceContext, id: string): Promise<AnswerRow> =>
  step(context, id, { action: 'answer.withdraw', command: 'withdraw' })

export interface DeclineAnswerInput {
  id: string
  reason: DeclineReason
  /** Required with 'other'. */
  words: string
}

/** The poster says no, for one of eight reasons. Refuses with `answer.wrong_state`. */
export const declineAnswer = async (
  context: ServiceContext,
  { id, reason, words }: DeclineAnswerInput,
): Promise<AnswerRow> => {
  if (reason === 'other' && words.trim() === '') {
    throw refuseFields('request.invalid', [{ path: 'words', code: 'request.decline_words_required' }])
  }
  const changes = { declineReason: reason, declineWords: words.trim() || null }
  return step(context, id, { action: 'answer.decline', command: 'decline', changes })
}
