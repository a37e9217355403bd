import { type StateMachine, stateMachine } from '../../index.ts'

/**
 * reading → mapping → checking → checked → queued → running → done. A cancelled import takes its untouched drafts with
 * it; one whose work was cut short goes on where it stood.
 */
export const LISTING_IMPORT_STATES = [
  'reading',
  'mapping',
  'checking',
  'checked',
  'queued',
  'running',
  'done',
  'failed',
  'cancelling',
  'cancelled',
] as const
export type ListingImportState = (typeof LISTING_IMPORT_STATES)[number]
export type ListingImportCommand =
  | 'read'
  | 'map'
  | 'check'
  | 'repair'
  | 'commit'
  | 'start'
  | 'finish'
  | 'fail'
  | 'cancel'
  | 'abandon'
  | 'stop'

export const listingImportMachine: StateMachine<ListingImportState, ListingImportCommand> = stateMachine(
  'listing_import',
  {
    read: { from: ['reading'], to: 'mapping' },
    map: { from: ['mapping', 'checked'], to: 'checking' },
    check: { from: ['checking'], to: 'checked' },
    repair: { from: ['checked'], to: 'checked' },
    commit: { from: ['checked'], to: 'queued' },
    start: { from: ['queued'], to: 'running' },
    finish: { from: ['running'], to: 'done' },
    fail: { from: ['reading', 'checking'], to: 'failed' },
    cancel: {
      from: ['reading', 'mapping', 'checking', 'checked', 'queued', 'running', 'done'],
      to: 'cancelling',
    },
    abandon: { from: ['mapping', 'checked', 'failed'], to: 'cancelling' },
    stop: { from: ['cancelling'], to: 'cancelled' },
  },
)

/** States in which the worker has something to do. */
export const WORKING_IMPORT_STATES = ['reading', 'checking', 'queued', 'running', 'cancelling'] as const

/** States in which it waits for a person, or for nobody any more. */
export const ABANDONABLE_IMPORT_STATES = ['mapping', 'checked', 'failed'] as const

export const LISTING_IMPORT_FORMATS = ['xlsx', 'csv', 'json', 'ndjson', 'xml'] as const
export type ListingImportFormat = (typeof LISTING_IMPORT_FORMATS)[number]

/** Counted while the bytes stream in. */
export const MAX_LISTING_IMPORT_BYTES = 64 * 1024 * 1024
/** Longer files are to be divided. */
export const MAX_LISTING_IMPORT_ROWS = 200_000
