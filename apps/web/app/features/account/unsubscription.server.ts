import { MailSubscription } from '@market/contracts/notifications'
import { Unsubscription } from '@market/contracts/returning'
import { UNSUBSCRIBE_SCOPES, type UnsubscribeScope } from '@market/domain/notifications'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'

/** What the address of an unsubscribe link says: a class of mails or the digest, else one saved search. */
interface MailLink {
  scope: UnsubscribeScope | null
  token: string
}

export function linkOf(url: URL): MailLink {
  const of = url.searchParams.get('of')
  const token = url.searchParams.get('token') || '-'
  return { scope: UNSUBSCRIBE_SCOPES.find((scope) => scope === of) ?? null, token }
}

/** Where the mails stand that the link ends; `name` is a saved search's. */
export interface LinkStanding {
  scope: UnsubscribeScope | null
  state: 'open' | 'ended' | 'gone' | 'invalid'
  name: string
}

/** Looking ends nothing: mail filters open every link. */
export async function lookAtLink(api: ApiClient, { scope, token }: MailLink): Promise<LinkStanding> {
  const answer = await attempt(() =>
    scope === null ? standingOfSearch(api, token) : standingOfMails(api, scope, token),
  )
  return answer.ok ? answer.value : { scope, state: 'invalid', name: '' }
}

async function standingOfSearch(api: ApiClient, token: string): Promise<LinkStanding> {
  const { search } = await api.get('/api/saved-searches/unsubscription', Unsubscription, { token })
  if (search === null) return { scope: null, state: 'gone', name: '' }
  return { scope: null, state: search.byMail ? 'open' : 'ended', name: search.name }
}

async function standingOfMails(
  api: ApiClient,
  scope: UnsubscribeScope,
  token: string,
): Promise<LinkStanding> {
  const { open } = await api.get('/api/mail-preferences/subscription', MailSubscription, { scope, token })
  return { scope, state: open ? 'open' : 'ended', name: '' }
}

/** Ends what the link ends; whether it was one of ours. */
export async function followLink(api: ApiClient, { scope, token }: MailLink): Promise<boolean> {
  const answer = await attempt(() =>
    scope === null
      ? api.sendOnly('POST', '/api/saved-searches/unsubscribe', { token })
      : api.sendOnly('POST', '/api/mail-preferences/unsubscribe', { scope, token }),
  )
  return answer.ok
}
