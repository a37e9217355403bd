import type { Exclusivity, TransferMode } from '@market/domain/codes'
import { exclusivityOf } from '@market/domain/licensing'

/** Terms as people write them: the exclusivity may be left to the transfer mode. */
export type Written<Terms extends { transferMode: TransferMode }> = Omit<Terms, 'exclusivity'> & {
  exclusivity?: Exclusivity | undefined
}

export const exclusivityFrom = (written: Written<{ transferMode: TransferMode }>): Exclusivity =>
  written.exclusivity ?? exclusivityOf(written.transferMode)
