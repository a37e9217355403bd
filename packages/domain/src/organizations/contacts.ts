/** Who sees a contact: everybody, whoever is logged in, or the organization's own members alone. */
export const CONTACT_VISIBILITIES = ['public', 'signed_in', 'members'] as const
export type ContactVisibility = (typeof CONTACT_VISIBILITIES)[number]

export const MAX_CONTACTS = 20

export interface ContactReader {
  signedIn: boolean
  /** Of the organization whose contact it is. */
  member: boolean
}

/** Whether this reader is shown the contact. */
export const contactIsShown = (visibility: ContactVisibility, { signedIn, member }: ContactReader): boolean =>
  member || visibility === 'public' || (visibility === 'signed_in' && signedIn)
