import { type StateMachine, stateMachine } from '../index.ts'

export const LISTING_STATES = [
  'draft',
  'submitted',
  'published',
  'under_negotiation',
  'transferred',
  'withdrawn',
  'expired',
] as const
export type ListingState = (typeof LISTING_STATES)[number]

export type ListingCommand =
  | 'edit'
  | 'submit'
  | 'return'
  | 'publish'
  | 'begin_negotiation'
  | 'end_negotiation'
  | 'transfer'
  | 'withdraw'
  | 'expire'
  | 'renew'

/** A returned listing is a draft again, with the reviewer's reasons kept beside it. */
export const listingMachine: StateMachine<ListingState, ListingCommand> = stateMachine('listing', {
  edit: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted'], to: 'draft' },
  publish: { from: ['submitted'], to: 'published' },
  begin_negotiation: { from: ['published', 'under_negotiation'], to: 'under_negotiation' },
  end_negotiation: { from: ['under_negotiation'], to: 'published' },
  transfer: { from: ['published', 'under_negotiation'], to: 'transferred' },
  withdraw: { from: ['draft', 'submitted', 'published', 'under_negotiation'], to: 'withdrawn' },
  expire: { from: ['published', 'under_negotiation'], to: 'expired' },
  // Only of a listing that has ended: a live one that is renewed stays what it is.
  renew: { from: ['expired'], to: 'published' },
})

/** States in which everybody may read the published version. */
export const PUBLIC_LISTING_STATES = ['published', 'under_negotiation', 'transferred'] as const

export const isPublicState = (state: ListingState): boolean =>
  PUBLIC_LISTING_STATES.some((open) => open === state)

/** States in which a request may be made. */
export const REQUESTABLE_LISTING_STATES = ['published', 'under_negotiation'] as const

export const isRequestable = (state: ListingState): boolean =>
  REQUESTABLE_LISTING_STATES.some((requestable) => requestable === state)
