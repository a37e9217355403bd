import { type StateMachine, stateMachine } from '../../index.ts'
import type { ContractState } from '../states.ts'

export const AMENDMENT_STATES = ['proposed', 'signed_by_one', 'in_force', 'withdrawn', 'declined'] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]

export type AmendmentCommand = 'sign_first' | 'sign_last' | 'withdraw' | 'decline'

/** Until both have signed nobody is bound (Civil Code art. 490), so it can still be taken back or refused. */
export const amendmentMachine: StateMachine<AmendmentState, AmendmentCommand> = stateMachine('amendment', {
  sign_first: { from: ['proposed'], to: 'signed_by_one' },
  sign_last: { from: ['signed_by_one'], to: 'in_force' },
  withdraw: { from: ['proposed', 'signed_by_one'], to: 'withdrawn' },
  decline: { from: ['proposed', 'signed_by_one'], to: 'declined' },
})

/** Waiting for a signature; a contract has one such amendment at a time. */
export const OPEN_AMENDMENT_STATES = ['proposed', 'signed_by_one'] as const satisfies AmendmentState[]

/** Contracts that bind both sides still: what was performed or ended cannot be changed any more. */
export const AMENDABLE_CONTRACT_STATES = ['signed', 'in_force'] as const satisfies ContractState[]
