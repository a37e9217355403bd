import { inUnitOfWork } from '@market/database'
import { ndaAgreements } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { partiesOf } from './accept-nda.ts'
import { type AgreementRow, relationsToAgreement, standingOf } from './nda-records.ts'

export interface WithdrawNdaInput {
  id: string
  reason: string
}

/**
 * Either side ends the access; the duty of secrecy stays. Refuses with `nda.not_found`, `nda.not_in_force` and
 * `request.invalid` (no reason).
 */
export const withdrawNda = async (
  context: ServiceContext,
  { id, reason }: WithdrawNdaInput,
): Promise<AgreementRow> => {
  const actor = requireMember(context)
  const { organizationId, userId } = actor
  return inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
    const [before] = await tx.select().from(ndaAgreements).where(eq(ndaAgreements.id, id)).for('update')
    if (!before) throw refuse('not-found', 'nda.not_found')
    authorize(actor, 'nda.withdraw', relationsToAgreement(actor, before))
    const standing = standingOf(before, shanghaiDateOf(now))
    if (standing !== 'in_force') throw refuse('conflict', 'nda.not_in_force', { standing })
    const withdrawReason = reason.trim()
    if (withdrawReason === '') {
      throw refuseFields('request.invalid', [{ path: 'reason', code: 'field.required' }])
    }
    const withdrawal = {
      withdrawnAt: now,
      withdrawnBy: userId,
      withdrawnFor: organizationId,
      withdrawReason,
    }
    const [after] = await tx
      .update(ndaAgreements)
      .set(withdrawal)
      .where(and(eq(ndaAgreements.id, id), isNull(ndaAgreements.withdrawnAt)))
      .returning()
    if (!after) throw refuse('conflict', 'nda.not_in_force', { standing: 'withdrawn' })
    audit({
      action: 'nda.withdraw',
      subjectType: 'nda',
      subjectId: id,
      organizationId,
      before: { standing },
      after: withdrawal,
    })
    emit({ type: 'nda.withdrawn', subjectId: id, payload: partiesOf(after, organizationId) })
    return after
  })
}
