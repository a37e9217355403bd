import type { ScheduleFrame } from '@market/domain/payments'
import type { ContractRow } from '../../contracts/index.ts'

export const frameOf = ({ contractAmountFen, terms }: ContractRow): ScheduleFrame => ({
  contractAmountFen,
  royalty: terms.royaltyRatePercent !== null,
})
