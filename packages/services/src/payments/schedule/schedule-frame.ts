import type { CalendarDate } from '@market/domain'
import { feesFrom } from '@market/domain/licensing'
import type { ScheduleFrame } from '@market/domain/payments'
import type { ContractRow } from '../../contracts/index.ts'

/** What a contract's schedule has to fit; one that is not dated yet takes effect today at the earliest. */
export const frameOf = (contract: ContractRow, today: CalendarDate): ScheduleFrame => {
  const { contractAmountFen, terms, effectiveOn, signedOn } = contract
  return {
    contractAmountFen,
    royalty: terms.royaltyRatePercent !== null,
    feesFrom: terms.useFirst && feesFrom(terms, effectiveOn ?? signedOn ?? today),
  }
}
