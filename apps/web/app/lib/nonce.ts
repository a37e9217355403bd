import { createContext, useContext } from 'react'

export interface Nonces {
  script: string
  style: string
}

const none: Nonces = { script: '', style: '' }

/** Nonces of this document's security policy; the server provides them, the browser reads its own back. */
export const NonceContext = createContext<Nonces>(none)
export const useNonces = (): Nonces => useContext(NonceContext)
