import { createContext } from 'react-router'
import type { Site } from '../../config.ts'

/** What the public server knows of a request and of its own configuration. */
export interface RequestFacts {
  scriptNonce: string
  styleNonce: string
  clientAddress: string
  requestId: string
  apiUrl: string
  /** Origin for canonical links, without a trailing slash. */
  publicOrigin: string
  site: Site
  /** The most a form may weigh with all its files. */
  maxUploadBytes: number
  /** The form sent here weighed more; nobody has read it, and its page is asked for instead. */
  formTooLarge: boolean
}

export const requestFactsContext = createContext<RequestFacts>()
