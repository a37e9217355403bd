import { refuse } from './refusal.ts'
import { type StateMachine, stateMachine } from './state-machine.ts'

/** Edits of a text that is public already: kept beside the published one until a reviewer agrees. */
export type ChangesState = 'draft' | 'submitted'

export const TEXT_COMMANDS = ['edit', 'submit', 'return', 'publish', 'discard'] as const
export type TextCommand = (typeof TEXT_COMMANDS)[number]

/** Where a reviewed text stands: on its way to the first publication, or changed after it. */
export interface ReviewedText<State extends string> {
  state: State
  changesState: ChangesState | null
}

export interface ReviewedTexts<State extends string> {
  /** Moves the text on. Refuses with `<subject>.wrong_state`. */
  move(text: ReviewedText<State>, command: TextCommand): ReviewedText<State>
  allows(text: ReviewedText<State>, command: TextCommand): boolean
}

/**
 * The walk of a text that a reviewer lets through: that of a draft by the record's own states, that of a public
 * record (in one of `openStates`) beside them, so that it stays visible while its changes are reviewed.
 */
export const reviewedTexts = <State extends string>(
  subject: string,
  machine: Pick<StateMachine<State, Exclude<TextCommand, 'discard'>>, 'transition' | 'allows'>,
  openStates: readonly State[],
): ReviewedTexts<State> => {
  const changes = stateMachine<'none' | ChangesState, TextCommand>(subject, {
    edit: { from: ['none', 'draft'], to: 'draft' },
    submit: { from: ['draft'], to: 'submitted' },
    return: { from: ['submitted'], to: 'draft' },
    publish: { from: ['submitted'], to: 'none' },
    discard: { from: ['draft', 'submitted'], to: 'none' },
  })
  return {
    move: ({ state, changesState }, command) => {
      if (openStates.includes(state)) {
        const next = changes.transition(changesState ?? 'none', command)
        return { state, changesState: next === 'none' ? null : next }
      }
      // Only changes can be thrown away; a draft that is not wanted is withdrawn.
      if (command === 'discard') throw refuse('conflict', `${subject}.wrong_state`, { state, command })
      return { state: machine.transition(state, command), changesState }
    },
    allows: ({ state, changesState }, command) => {
      if (openStates.includes(state)) return changes.allows(changesState ?? 'none', command)
      return command !== 'discard' && machine.allows(state, command)
    },
  }
}
