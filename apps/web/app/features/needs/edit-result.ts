import type { SaveResult } from '../../ui/editing/save-result.ts'
import type { NeedValues } from './need-fields.ts'

/** What a need's page answers when it stays. */
export interface NeedResult extends SaveResult {
  /** Of the editor; undefined where another button was pressed. */
  values: NeedValues | undefined
}
