import { workOnListingImports } from '@market/services/listings'
import type { EventHandler } from '../job-context.ts'

/** A file was handed in, mapped, committed or given up: whatever that asks of the worker. */
export const workOnHandedInImport: EventHandler = {
  name: 'listings.work_on_imports',
  types: ['listing_import.waiting'],
  handle: (context) => workOnListingImports(context),
}
