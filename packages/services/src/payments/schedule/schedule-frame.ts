import type { CalendarDate } from '@market/domain'
import { feesFrom } from '@market/domain/licensing'
import { type ScheduleFrame, type ScheduleLine, scheduleOfTerms } from '@market/domain/payments'
import { paymentRulesOn } from '@market/domain/regimes'
import type { ContractRow } from '../../contracts/index.ts'

/** One that is not dated yet takes effect today at the earliest. */
const effectOf = ({ effectiveOn, signedOn }: ContractRow, today: CalendarDate): CalendarDate =>
  effectiveOn ?? signedOn ?? today

/** What a contract's schedule has to fit. */
export const frameOf = (contract: ContractRow, today: CalendarDate): ScheduleFrame => {
  const { contractAmountFen, terms } = contract
  return {
    contractAmountFen,
    royalty: terms.royaltyRatePercent !== null,
    feesFrom: terms.useFirst && feesFrom(terms, effectOf(contract, today)),
  }
}

/** The schedule that the terms imply where none is planned. */
export const impliedLines = (contract: ContractRow, today: CalendarDate): ScheduleLine[] => {
  const effectiveOn = effectOf(contract, today)
  const { upfrontDays } = paymentRulesOn(effectiveOn)
  const { contractAmountFen } = contract
  return scheduleOfTerms(contract.terms, { contractAmountFen, effectiveOn, upfrontDays })
}
