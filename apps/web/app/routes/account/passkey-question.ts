import { AskedConfirmation, PasskeyQuestion } from '@market/contracts/identity'
import { apiOf } from '../../lib/request-context.server.ts'
import type { Route } from './+types/passkey-question.ts'

/** What the browser's passkey is asked: to sign (/confirm/passkey) or to be made (/account/security/passkey). */
export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf(context)
  if (new URL(request.url).pathname.startsWith('/account')) {
    return Response.json(await api.send('POST', '/api/me/passkeys/questions', undefined, PasskeyQuestion))
  }
  const input = { method: 'passkey' }
  const { passkey } = await api.send('POST', '/api/me/confirmations/questions', input, AskedConfirmation)
  return Response.json(passkey)
}
