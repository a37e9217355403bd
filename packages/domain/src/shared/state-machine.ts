import { refuse } from './refusal.ts'

/** For each command, the states it may be given in and the state it leads to. */
export type Transitions<State extends string, Command extends string> = Readonly<
  Record<Command, { readonly from: readonly State[]; readonly to: State }>
>

export interface StateMachine<State extends string, Command extends string> {
  /** The next state; throws conflict '<subject>.wrong_state' {state, command, allowed}. */
  transition(state: State, command: Command): State
  allows(state: State, command: Command): boolean
  /** The commands that may be given in this state. */
  commandsFrom(state: State): Command[]
  isFinal(state: State): boolean
}

/** Builds a machine from its table; `subject` names it in refusals ('listing'). */
export const stateMachine = <State extends string, Command extends string>(
  subject: string,
  table: Transitions<State, Command>,
): StateMachine<State, Command> => {
  const commands = Object.keys(table) as Command[]
  const allows = (state: State, command: Command): boolean => table[command].from.includes(state)
  const commandsFrom = (state: State): Command[] => commands.filter((command) => allows(state, command))
  return {
    allows,
    commandsFrom,
    isFinal: (state) => commandsFrom(state).length === 0,
    transition: (state, command) => {
      if (allows(state, command)) return table[command].to
      throw refuse('conflict', `${subject}.wrong_state`, { state, command, allowed: table[command].from })
    },
  }
}
