import type { Listing } from '@market/contracts/listings'

/** A code with its name in both languages. */
interface Heading {
  code: string
  zh: string
  en: string
}

/** A listing whose codes have been looked up. */
export interface CodedListing {
  listing: Listing
  region: Heading
  industry: Heading | null
  ipc: Heading[]
}
