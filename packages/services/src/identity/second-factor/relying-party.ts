import { isIP } from 'node:net'
import { refuse } from '@market/domain'

/** Who a passkey is made for: the market's own address. */
export interface RelyingParty {
  id: string
  origin: string
  name: string
}

/** Null where browsers make no passkeys: at a bare network address, or without encryption anywhere but on this machine. */
export const relyingPartyAt = (publicUrl: string, name: string): RelyingParty | null => {
  const { hostname, origin, protocol } = new URL(publicUrl)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null
  if (protocol !== 'https:' && hostname !== 'localhost') return null
  return { id: hostname, origin, name }
}

/** Refuses with `passkey.unavailable` where there can be none. */
export const requireRelyingParty = (party: RelyingParty | null): RelyingParty => {
  if (!party) throw refuse('precondition', 'passkey.unavailable')
  return party
}
