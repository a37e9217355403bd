import { NewAuthenticator, RecoveryCodes } from '@market/contracts/identity'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { ownValue } from '../../lib/own-value.ts'
import { readProof } from './read-proof.ts'
import { type SquareCode, squareCodeOf } from './square-code.server.ts'

/** An authenticator on its way: shown until its first code is typed back. */
export interface Preparation {
  id: string
  secret: string
  address: string
  square: SquareCode
}

export interface SecurityResult {
  intent: string
  problem?: Problem
  preparation?: Preparation
  recoveryCodes?: string[]
}

type Outcome = Omit<SecurityResult, 'intent'>

const prepare = async (api: ApiClient, form: FormData): Promise<Outcome> => {
  const input = { name: textOf(form, 'name').trim() }
  const { id, secret, address } = await api.send('POST', '/api/me/authenticators', input, NewAuthenticator)
  return { preparation: { id, secret, address, square: squareCodeOf(address) } }
}

const confirm = async (api: ApiClient, form: FormData): Promise<Outcome> => {
  const path = `/api/me/authenticators/${encodeURIComponent(textOf(form, 'id'))}/confirm`
  return api.send('POST', path, { code: textOf(form, 'code').trim() }, RecoveryCodes)
}

const addPasskey = (api: ApiClient, form: FormData): Promise<Outcome> => {
  const { challengeId, response } = readProof(form)
  const input = { name: textOf(form, 'name').trim(), challengeId, response }
  return api.send('POST', '/api/me/passkeys', input, RecoveryCodes)
}

const remove = async (api: ApiClient, form: FormData): Promise<Outcome> => {
  await api.sendOnly('DELETE', `/api/me/second-factors/${encodeURIComponent(textOf(form, 'id'))}`)
  return {}
}

const STEPS: Record<string, (api: ApiClient, form: FormData) => Promise<Outcome>> = {
  prepare,
  'confirm-authenticator': confirm,
  passkey: addPasskey,
  remove,
  codes: (api) => api.send('POST', '/api/me/recovery-codes', undefined, RecoveryCodes),
}

/** Takes one step on the page of account security; what it shows once (secrets, codes) comes back with the answer. */
export async function takeSecurityStep(api: ApiClient, form: FormData): Promise<SecurityResult> {
  const intent = textOf(form, 'intent')
  const step = ownValue(STEPS, intent)
  if (!step) return { intent, problem: { status: 422, code: 'request.invalid', details: {} } }
  const answer = await attempt(() => step(api, form))
  if (answer.ok) return { intent, ...answer.value }
  if (intent !== 'confirm-authenticator') return { intent, problem: answer.problem }
  // A mistyped code must not cost the square code already scanned.
  const address = textOf(form, 'address')
  const carried = { id: textOf(form, 'id'), secret: textOf(form, 'secret'), address }
  return { intent, problem: answer.problem, preparation: { ...carried, square: squareCodeOf(address) } }
}
