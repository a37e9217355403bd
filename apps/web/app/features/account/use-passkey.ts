import { PasskeyQuestion } from '@market/contracts/identity'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** Asks the browser to sign with a passkey. The options are the API's own, handed through. */
export async function signWithPasskey({ options }: PasskeyQuestion): Promise<unknown> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return startAuthentication({ optionsJSON })
}

/** Asks the browser to make a passkey. */
export async function makePasskey({ options }: PasskeyQuestion): Promise<unknown> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return startRegistration({ optionsJSON })
}

/** Fetches a question from this site's own address; throws when it is refused. */
export async function fetchQuestion(path: string): Promise<PasskeyQuestion> {
  const answer = await fetch(path, { method: 'POST' })
  if (!answer.ok) throw new Error('The question was refused.')
  return PasskeyQuestion.parse(await answer.json())
}
