import type { UnitOfWork } from '@market/database'
import { secondFactors } from '@market/database/schema'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { putChallenge, settleChallenge } from './challenges.ts'
import { factorOf, listFactors, type PasskeyFactor } from './factors.ts'
import type { RelyingParty } from './relying-party.ts'
import { wrongAnswer } from './wrong-answer.ts'

/** What the browser is asked to sign, and under which name the answer is sent back. */
export interface PasskeyQuestion {
  challengeId: string
  options: PublicKeyCredentialRequestOptionsJSON
}

export interface PasskeyProof {
  method: 'passkey'
  challengeId: string
  response: AuthenticationResponseJSON
}

const passkeysOf = async ({ tx }: UnitOfWork, userId: string): Promise<PasskeyFactor[]> => {
  const factors = (await listFactors(tx, userId)).map(factorOf)
  return factors.filter((factor) => factor.kind === 'passkey')
}

/** A random nonce in the form the library takes. */
export const newNonce = (context: ServiceContext): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(context.secrets.next(), 'base64url'))

export const askForPasskey = async (
  context: ServiceContext,
  unit: UnitOfWork,
  { userId, party }: { userId: string; party: RelyingParty },
): Promise<PasskeyQuestion> => {
  const passkeys = await passkeysOf(unit, userId)
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: newNonce(context),
    allowCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
    userVerification: 'required',
  })
  const { id } = await putChallenge(context, unit, { userId, purpose: 'passkey', nonce: options.challenge })
  return { challengeId: id, options }
}

const verify = (
  { response }: PasskeyProof,
  passkey: PasskeyFactor,
  expected: { nonce: string; party: RelyingParty },
) =>
  verifyAuthenticationResponse({
    response,
    expectedChallenge: expected.nonce,
    expectedOrigin: expected.party.origin,
    expectedRPID: expected.party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.useCount,
    },
  }).catch(() => null)

/** Checks a passkey's signature over an open nonce of this person. Refuses with `second_factor.wrong`. */
export const provePasskey = async (
  unit: UnitOfWork,
  proof: PasskeyProof,
  { userId, party }: { userId: string; party: RelyingParty },
): Promise<void> => {
  const wrong = wrongAnswer('code')
  const challenge = await settleChallenge(unit, { id: proof.challengeId, userId, purpose: 'passkey' })
  const passkey = (await passkeysOf(unit, userId)).find((key) => key.credentialId === proof.response.id)
  if (!challenge?.nonce || !passkey) throw wrong
  const answer = await verify(proof, passkey, { nonce: challenge.nonce, party })
  if (!answer?.verified) throw wrong
  const [used] = await unit.tx
    .update(secondFactors)
    .set({ useCount: answer.authenticationInfo.newCounter, lastUsedAt: unit.now })
    .where(and(eq(secondFactors.id, passkey.id), eq(secondFactors.useCount, passkey.useCount)))
    .returning({ id: secondFactors.id })
  if (!used) throw wrong
}
