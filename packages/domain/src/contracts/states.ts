import { type StateMachine, stateMachine } from '../index.ts'

export const CONTRACT_STATES = [
  'draft',
  'ready',
  'signed',
  'in_force',
  'performed',
  'terminated',
  'expired',
] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

export type ContractCommand =
  | 'edit'
  | 'make_ready'
  | 'reopen'
  | 'sign'
  | 'enter_into_force'
  | 'perform'
  | 'terminate'
  | 'expire'

/** `sign` is the last side's confirmation; the first side's leaves the contract ready. */
export const contractMachine: StateMachine<ContractState, ContractCommand> = stateMachine('contract', {
  edit: { from: ['draft'], to: 'draft' },
  make_ready: { from: ['draft'], to: 'ready' },
  reopen: { from: ['ready'], to: 'draft' },
  sign: { from: ['ready'], to: 'signed' },
  enter_into_force: { from: ['signed'], to: 'in_force' },
  perform: { from: ['signed', 'in_force'], to: 'performed' },
  terminate: { from: ['signed', 'in_force'], to: 'terminated' },
  expire: { from: ['in_force'], to: 'expired' },
})

/** States in which both sides have signed and the contract may be filed for registration. */
export const REGISTRABLE_CONTRACT_STATES = ['signed', 'in_force', 'performed'] as const

/** A public notice runs, is over, or was taken back. */
export const NOTICE_PHASES = ['running', 'over', 'withdrawn'] as const
export type NoticePhase = (typeof NOTICE_PHASES)[number]

export const OBJECTION_STATES = ['open', 'upheld', 'rejected'] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]
/** What both sides can declare a contract to be. */
export const CONTRACT_ENDINGS = ['performed', 'terminated'] as const
export type ContractEnding = (typeof CONTRACT_ENDINGS)[number]
