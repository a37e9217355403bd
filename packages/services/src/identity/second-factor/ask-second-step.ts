import type { UnitOfWork } from '@market/database'
import { type Refusal, refuse } from '@market/domain'
import type { ServiceContext } from '../../index.ts'
import { putChallenge } from './challenges.ts'
import { listFactors } from './factors.ts'
import { askForPasskey } from './passkeys.ts'
import { openMethods } from './prove.ts'
import type { RelyingParty } from './relying-party.ts'

/** What a log-in still asks for once the password was right; null when the person has no second factor. */
export const askSecondStep = async (
  context: ServiceContext,
  unit: UnitOfWork,
  { userId, party }: { userId: string; party: RelyingParty | null },
): Promise<Refusal | null> => {
  const factors = await listFactors(unit.tx, userId)
  if (factors.length === 0) return null
  const { id } = await putChallenge(context, unit, { userId, purpose: 'log_in' })
  const withPasskey = party !== null && factors.some(({ kind }) => kind === 'passkey')
  const methods = await openMethods(unit.tx, userId)
  unit.audit({ action: 'session.ask_second_step', subjectType: 'user', subjectId: userId })
  return refuse('precondition', 'login.second_factor_required', {
    ticket: context.seals.seal('log-in', id),
    methods: methods.filter((method) => method !== 'passkey' || withPasskey),
    passkey: withPasskey ? await askForPasskey(context, unit, { userId, party }) : null,
  })
}
