import { type StateMachine, stateMachine } from '../../index.ts'

/** checking → checked → queued → running → done; whatever ends it leaves no row in the register. */
export const IMPORT_STATES = [
  'checking',
  'checked',
  'queued',
  'running',
  'done',
  'failed',
  'cancelling',
  'cancelled',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]
export type ImportCommand =
  | 'check'
  | 'commit'
  | 'start'
  | 'finish'
  | 'fail'
  | 'cancel'
  | 'ask_to_stop'
  | 'stop'

/** Running work is asked to stop, and stops at its next step unless it has finished. */
export const importMachine: StateMachine<ImportState, ImportCommand> = stateMachine('import', {
  check: { from: ['checking'], to: 'checked' },
  commit: { from: ['checked'], to: 'queued' },
  start: { from: ['queued', 'running'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  fail: { from: ['checking', 'queued', 'running', 'cancelling'], to: 'failed' },
  cancel: { from: ['checking', 'checked', 'queued'], to: 'cancelled' },
  ask_to_stop: { from: ['running'], to: 'cancelling' },
  stop: { from: ['cancelling'], to: 'cancelled' },
})

export const IMPORT_FORMATS = ['csv', 'xlsx'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]
