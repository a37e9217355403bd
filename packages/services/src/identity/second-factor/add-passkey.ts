import { inUnitOfWork, refusingOn } from '@market/database'
import { secondFactors } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { ServiceContext } from '../../index.ts'
import { putChallenge, settleChallenge } from './challenges.ts'
import { factorOf, listFactors } from './factors.ts'
import { noteNewFactor } from './note-new-factor.ts'
import { newNonce } from './passkeys.ts'
import { type RelyingParty, requireRelyingParty } from './relying-party.ts'
import { requireSessionPerson } from './session-person.ts'

export interface NewPasskeyQuestion {
  challengeId: string
  options: PublicKeyCredentialCreationOptionsJSON
}

/** What the browser is asked to make a passkey from. Refuses with `passkey.unavailable`. */
export const preparePasskey = async (
  context: ServiceContext,
  { party }: { party: RelyingParty | null },
): Promise<NewPasskeyQuestion> => {
  const { actor, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  const { id: rpID, name: rpName } = requireRelyingParty(party)
  return inUnitOfWork(context, async (unit) => {
    const known = (await listFactors(unit.tx, user.id)).flatMap(({ credentialId }) => credentialId ?? [])
    const options = await generateRegistrationOptions({
      rpID,
      rpName,
      userID: new Uint8Array(Buffer.from(user.id)),
      userName: user.email,
      userDisplayName: user.name,
      challenge: newNonce(context),
      attestationType: 'none',
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
    const { id: challengeId } = await putChallenge(context, unit, {
      userId: user.id,
      purpose: 'passkey',
      nonce: options.challenge,
    })
    unit.audit({ action: 'account.prepare_passkey', subjectType: 'user', subjectId: user.id })
    return { challengeId, options }
  })
}

export interface AddPasskeyInput {
  name: string
  challengeId: string
  response: RegistrationResponseJSON
  party: RelyingParty | null
}

const verify = (response: RegistrationResponseJSON, party: RelyingParty, nonce: string) =>
  verifyRegistrationResponse({
    response,
    expectedChallenge: nonce,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => null)

/**
 * Takes a passkey the browser has made. Answers with new recovery codes when it is the first factor, else with none.
 * Refuses with `passkey.not_accepted`, `passkey.already_known` or `passkey.unavailable`.
 */
export const addPasskey = async (context: ServiceContext, input: AddPasskeyInput): Promise<string[]> => {
  const { actor, session, user } = await requireSessionPerson(context)
  authorize(actor, 'account.change_second_factors')
  const party = requireRelyingParty(input.party)
  const notAccepted = refuse('invalid', 'passkey.not_accepted')
  const known = { second_factors_credential_id_unique: () => refuse('conflict', 'passkey.already_known') }
  return refusingOn(known, () =>
    inUnitOfWork(context, async (unit) => {
      const userId = user.id
      const challenge = await settleChallenge(unit, { id: input.challengeId, userId, purpose: 'passkey' })
      if (!challenge?.nonce) throw notAccepted
      const answer = await verify(input.response, party, challenge.nonce)
      if (!answer?.verified) throw notAccepted
      const { credential } = answer.registrationInfo
      const [row] = await unit.tx
        .insert(secondFactors)
        .values({
          id: context.ids.next(),
          userId,
          kind: 'passkey',
          name: input.name,
          credentialId: credential.id,
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          useCount: credential.counter,
          createdAt: unit.now,
          confirmedAt: unit.now,
        })
        .returning()
      if (!row) throw notAccepted
      return noteNewFactor(context, unit, { userId, sessionId: session.id, factor: factorOf(row) })
    }),
  )
}
