import { type StateMachine, stateMachine } from '../index.ts'

export const REQUEST_STATES = [
  'submitted',
  'accepted',
  'negotiating',
  'agreed',
  'contracted',
  'declined',
  'withdrawn',
  'lapsed',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]
export type RequestCommand = 'accept' | 'decline' | 'negotiate' | 'agree' | 'contract' | 'withdraw' | 'lapse'

export const requestMachine: StateMachine<RequestState, RequestCommand> = stateMachine('request', {
  accept: { from: ['submitted'], to: 'accepted' },
  decline: { from: ['submitted', 'accepted', 'negotiating'], to: 'declined' },
  negotiate: { from: ['accepted', 'negotiating'], to: 'negotiating' },
  agree: { from: ['negotiating'], to: 'agreed' },
  contract: { from: ['agreed'], to: 'contracted' },
  withdraw: { from: ['submitted', 'accepted', 'negotiating'], to: 'withdrawn' },
  lapse: { from: ['submitted', 'accepted', 'negotiating'], to: 'lapsed' },
})

/** States in which a request still binds the attention of both sides. */
export const LIVE_REQUEST_STATES = ['submitted', 'accepted', 'negotiating', 'agreed'] as const

export const OFFER_STATES = ['open', 'accepted', 'superseded', 'withdrawn'] as const
export type OfferState = (typeof OFFER_STATES)[number]
export type OfferCommand = 'accept' | 'supersede' | 'withdraw'

export const offerMachine: StateMachine<OfferState, OfferCommand> = stateMachine('offer', {
  accept: { from: ['open'], to: 'accepted' },
  supersede: { from: ['open'], to: 'superseded' },
  withdraw: { from: ['open'], to: 'withdrawn' },
})

export const BROKERAGE_STATES = ['proposed', 'active', 'refused', 'ended'] as const
export type BrokerageState = (typeof BROKERAGE_STATES)[number]
export type BrokerageCommand = 'activate' | 'refuse' | 'end'

/** Proposed by one side; active once the broker and the other side agree to it and to its commission. */
export const brokerageMachine: StateMachine<BrokerageState, BrokerageCommand> = stateMachine('brokerage', {
  activate: { from: ['proposed'], to: 'active' },
  refuse: { from: ['proposed'], to: 'refused' },
  end: { from: ['proposed', 'active'], to: 'ended' },
})
