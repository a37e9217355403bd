import type { UnitOfWork } from '@market/database'
import { refuse } from '@market/domain'
import { type ConfirmationMethod, methodsFor } from '@market/domain/identity'
import { type ServiceContext, sameText } from '../../index.ts'
import { useAuthenticatorCode } from './authenticators.ts'
import { newestMailCode, settleChallenge } from './challenges.ts'
import { countRecoveryCodes, factorOf, listFactors } from './factors.ts'
import { type PasskeyProof, provePasskey } from './passkeys.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { type RelyingParty, requireRelyingParty } from './relying-party.ts'
import { wrongAnswer } from './wrong-answer.ts'

export type Proof = { method: Exclude<ConfirmationMethod, 'passkey'>; code: string } | PasskeyProof

export interface Prover {
  userId: string
  party: RelyingParty | null
}

/** The methods open to a person now. */
export const openMethods = async (tx: UnitOfWork['tx'], userId: string): Promise<ConfirmationMethod[]> => {
  const factors = await listFactors(tx, userId)
  return methodsFor(
    factors.map(({ kind }) => kind),
    await countRecoveryCodes(tx, userId),
  )
}

/** Refuses with `second_factor.method_closed`, naming the methods that are open. */
export const requireOpenMethod = async (
  tx: UnitOfWork['tx'],
  userId: string,
  method: ConfirmationMethod,
): Promise<void> => {
  const methods = await openMethods(tx, userId)
  if (!methods.includes(method)) {
    throw refuse('precondition', 'second_factor.method_closed', { method, methods })
  }
}

const useMailCode = async (context: ServiceContext, unit: UnitOfWork, userId: string, code: string) => {
  const challenge = await newestMailCode(unit, userId)
  if (!challenge || !sameText(context.seals.code('confirmation-code', challenge.id), code)) return false
  return (await settleChallenge(unit, challenge)) !== null
}

const useAnyAuthenticator = async (
  context: ServiceContext,
  unit: UnitOfWork,
  userId: string,
  code: string,
) => {
  for (const factor of (await listFactors(unit.tx, userId)).map(factorOf)) {
    if (factor.kind !== 'authenticator') continue
    if (await useAuthenticatorCode(context, unit, factor, code)) return true
  }
  return false
}

/**
 * Takes one answer of a person and uses it up. Count the attempt first (`countFactorAnswer`): what is refused here is
 * rolled back. Refuses with `second_factor.wrong`, `second_factor.method_closed` or `passkey.unavailable`.
 */
export const prove = async (
  context: ServiceContext,
  unit: UnitOfWork,
  proof: Proof,
  { userId, party }: Prover,
): Promise<void> => {
  await requireOpenMethod(unit.tx, userId, proof.method)
  if (proof.method === 'passkey') {
    return provePasskey(unit, proof, { userId, party: requireRelyingParty(party) })
  }
  const code = proof.code.replaceAll(/\s/g, '')
  const uses = {
    authenticator: () => useAnyAuthenticator(context, unit, userId, code),
    mail: () => useMailCode(context, unit, userId, code),
    recovery: () => useRecoveryCode(unit, userId, code),
  }
  if (await uses[proof.method]()) return
  throw wrongAnswer('code')
}
