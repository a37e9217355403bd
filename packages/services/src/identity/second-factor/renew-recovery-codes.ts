import { inUnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../../index.ts'
import { listFactors } from './factors.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { requireSessionPerson } from './session-person.ts'

/** Ten new recovery codes; the old ones end. Refuses with `second_factor.none` when there is nothing to recover. */
export const renewRecoveryCodes = async (context: ServiceContext): Promise<string[]> => {
  const { actor, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  return inUnitOfWork(context, async (unit) => {
    if ((await listFactors(unit.tx, user.id)).length === 0) throw refuse('conflict', 'second_factor.none')
    unit.audit({ action: 'account.renew_recovery_codes', subjectType: 'user', subjectId: user.id })
    return replaceRecoveryCodes(context, unit, user.id)
  })
}
