import type { SaveResult } from '../../ui/editing/save-result.ts'
import type { ListingValues } from './form-values.ts'

/** What the editor's action answers when the page stays. */
export interface EditResult extends SaveResult {
  values: ListingValues | undefined
}
