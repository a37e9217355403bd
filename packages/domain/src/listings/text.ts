import { refuse, type StateMachine, stateMachine } from '../index.ts'
import { type ListingState, listingMachine } from './states.ts'

/** Edits of a listing that is public already: kept beside the published text until a reviewer agrees. */
export type ChangesState = 'draft' | 'submitted'

export const TEXT_COMMANDS = ['edit', 'submit', 'return', 'publish', 'discard'] as const
export type TextCommand = (typeof TEXT_COMMANDS)[number]

const changesMachine: StateMachine<'none' | ChangesState, TextCommand> = stateMachine('listing', {
  edit: { from: ['none', 'draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted'], to: 'draft' },
  publish: { from: ['submitted'], to: 'none' },
  discard: { from: ['draft', 'submitted'], to: 'none' },
})

/** Where the text of a listing stands: on its way to the first publication, or changed after it. */
export interface TextState {
  state: ListingState
  changesState: ChangesState | null
}

const isOpenToThePublic = (state: ListingState): boolean =>
  state === 'published' || state === 'under_negotiation'

/**
 * Moves the text on: that of a draft by the listing's own states, that of a public listing beside them, so
 * that it stays visible while its changes are reviewed. Refuses with `listing.wrong_state`.
 */
export const moveText = ({ state, changesState }: TextState, command: TextCommand): TextState => {
  if (isOpenToThePublic(state)) {
    const next = changesMachine.transition(changesState ?? 'none', command)
    return { state, changesState: next === 'none' ? null : next }
  }
  // Only changes can be thrown away; a draft that is not wanted is withdrawn.
  if (command === 'discard') throw refuse('conflict', 'listing.wrong_state', { state, command })
  return { state: listingMachine.transition(state, command), changesState }
}

export const textAllows = ({ state, changesState }: TextState, command: TextCommand): boolean => {
  if (isOpenToThePublic(state)) return changesMachine.allows(changesState ?? 'none', command)
  return command !== 'discard' && listingMachine.allows(state, command)
}
