import { inUnitOfWork } from '@market/database'
import { recoveryCodes, secondFactors } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { listFactors } from './factors.ts'
import { requireSessionPerson } from './session-person.ts'

/** Takes a factor away; with the last one go the recovery codes. Refuses with `second_factor.not_found`. */
export const removeSecondFactor = async (context: ServiceContext, id: string): Promise<void> => {
  const { actor, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  await inUnitOfWork(context, async ({ tx, audit, emit }) => {
    const [removed] = await tx
      .delete(secondFactors)
      .where(and(eq(secondFactors.id, id), eq(secondFactors.userId, user.id)))
      .returning()
    if (!removed) throw refuse('not-found', 'second_factor.not_found')
    if ((await listFactors(tx, user.id)).length === 0) {
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id))
    }
    audit({
      action: 'account.remove_second_factor',
      subjectType: 'user',
      subjectId: user.id,
      before: { factorId: id, kind: removed.kind },
    })
    emit({ type: 'second_factor.changed', subjectId: user.id, payload: { change: 'removed' } })
  })
}
