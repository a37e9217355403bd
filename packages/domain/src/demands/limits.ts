import { LISTING_LIMITS } from '../listings/index.ts'

/** The wire, the forms and the verbs read this. */
export const NEED_LIMITS = { attachments: 10, alt: LISTING_LIMITS.alt } as const
