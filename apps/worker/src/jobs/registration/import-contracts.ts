import { checkImport, runImport } from '@market/services/registration'
import type { EventHandler } from '../job-context.ts'

/** A file was uploaded: the dry run, row by row. */
export const checkUploadedImport: EventHandler = {
  name: 'registration.check_import',
  types: ['import.created'],
  handle: (context, event) => checkImport(context, event.subjectId),
}

/** A checked file was committed: all of its rows, or none. */
export const runCommittedImport: EventHandler = {
  name: 'registration.run_import',
  types: ['import.committed'],
  handle: (context, event) => runImport(context, event.subjectId),
}
