import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { publicNotices } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import type { ContractRow } from '../contract-records.ts'
import { holdNotice, type NoticeRow, stakeholdersOfNotice } from './notice-records.ts'

export interface NoticeWork {
  unit: UnitOfWork
  actor: MemberActor
  notice: NoticeRow
  contract: ContractRow
}

/** Refuses with `notice.withdrawn`. */
export const requireStanding = ({ withdrawnAt }: NoticeRow): void => {
  if (withdrawnAt !== null) throw refuse('conflict', 'notice.withdrawn')
}

/** The common walk of the owner's verbs on a notice: hold it, ask the policy, change what may change, audit and tell. */
export const changeNotice = (
  context: ServiceContext,
  id: string,
  action: Action & `notice.${string}`,
  decide: (
    work: NoticeWork,
  ) => Promise<{ changes?: Partial<NoticeRow>; event: `notice.${string}`; told?: Record<string, string> }>,
): Promise<NoticeRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const { notice, contract } = await holdNotice(unit.tx, id)
    authorize(actor, action, relationsTo(actor, stakeholdersOfNotice(notice, contract)))
    requireStanding(notice)
    const { changes, event, told } = await decide({ unit, actor, notice, contract })
    const [after] = changes
      ? await unit.tx
          .update(publicNotices)
          .set(changes)
          .where(and(eq(publicNotices.id, id), isNull(publicNotices.withdrawnAt)))
          .returning()
      : [notice]
    if (!after) throw refuse('conflict', 'notice.withdrawn')
    const { organizationId } = actor
    unit.audit({
      action,
      subjectType: 'notice',
      subjectId: id,
      organizationId,
      before: notice,
      after: changes ? after : undefined,
    })
    unit.emit({ type: event, subjectId: id, payload: { contractId: contract.id, ...told } })
    return after
  })
}
