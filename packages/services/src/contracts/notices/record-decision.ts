import { type CalendarDate, type FieldProblem, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { ownFileProblems } from '../../files/index.ts'
import type { ServiceContext } from '../../index.ts'
import { changeNotice, type NoticeWork } from './change-notice.ts'
import type { NoticeRow } from './notice-records.ts'

export interface RecordDecisionInput {
  id: string
  decidedOn: CalendarDate
  /** The body that decided: its name and, where it has one, the number of the meeting. */
  body: string
  /** Why this price: valuation, comparison, costs. */
  priceReason: string
  minutesFileId: string | null
}

const problemsOf = async (
  { unit, actor }: NoticeWork,
  { decidedOn, minutesFileId }: RecordDecisionInput,
): Promise<FieldProblem[]> => {
  const minutes = { fileId: minutesFileId, path: 'minutesFileId' }
  const problems = await ownFileProblems(unit.tx, actor, minutes)
  if (decidedOn > shanghaiDateOf(unit.now)) {
    problems.unshift({ path: 'decidedOn', code: 'notice.decision_in_future' })
  }
  return problems
}

/** Records who decided on the price and why; once. Refuses with `notice.decision_recorded` and `request.invalid`. */
export const recordDecision = (context: ServiceContext, input: RecordDecisionInput): Promise<NoticeRow> =>
  changeNotice(context, input.id, 'notice.record_decision', async (work) => {
    if (work.notice.decisionRecordedAt !== null) throw refuse('conflict', 'notice.decision_recorded')
    const problems = await problemsOf(work, input)
    if (problems.length > 0) throw refuseFields('request.invalid', problems)
    const { decidedOn, body, priceReason, minutesFileId } = input
    return {
      changes: {
        decidedOn,
        decidedByBody: body,
        priceReason,
        minutesFileId,
        decisionRecordedBy: work.actor.userId,
        decisionRecordedAt: work.unit.now,
      },
      event: 'notice.decided',
    }
  })
