import type { UnitOfWork } from '@market/database'
import type { ServiceContext } from '../../index.ts'
import { countRecoveryCodes, type Factor } from './factors.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { rememberConfirmation } from './remember-confirmation.ts'

interface NewFactor {
  userId: string
  sessionId: string
  factor: Factor
}

/** A new factor has just been used: the session counts as confirmed by it, and its owner is told by mail. */
export const noteNewFactor = async (
  context: ServiceContext,
  unit: UnitOfWork,
  { userId, sessionId, factor }: NewFactor,
): Promise<string[]> => {
  await rememberConfirmation(unit, { sessionId, userId, method: factor.kind })
  unit.audit({
    action: 'account.add_second_factor',
    subjectType: 'user',
    subjectId: userId,
    after: { factorId: factor.id, kind: factor.kind },
  })
  unit.emit({ type: 'second_factor.changed', subjectId: userId, payload: { change: 'added' } })
  const left = await countRecoveryCodes(unit.tx, userId)
  return left > 0 ? [] : replaceRecoveryCodes(context, unit, userId)
}
