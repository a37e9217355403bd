import type {
  IpKind,
  PartyKind,
  PlanIndustry,
  PlanSource,
  SocioEconomicObjective,
  TechnicalField,
} from '../codes/index.ts'
import type { CalendarDate, Fen } from '../index.ts'
import type { ContractSubType, ContractType } from '../regimes/index.ts'

/** Everything a figure can be broken down by; copied onto the entry so that a later change cannot rewrite it. */
export interface TurnoverDimensions {
  contractType: ContractType
  contractSubType: ContractSubType | null
  regimeKey: string
  technicalField: TechnicalField
  planIndustry: PlanIndustry
  ipKind: IpKind
  planSource: PlanSource
  socioEconomicObjective: SocioEconomicObjective | null
  sellerRegionCode: string
  buyerRegionCode: string
  sellerKind: PartyKind
  buyerKind: PartyKind
}

/** `register` +, `change_out` − and `change_in` +, `cancel` and `revoke` −. */
export const TURNOVER_REASONS = ['register', 'change_out', 'change_in', 'cancel', 'revoke'] as const
export type TurnoverReason = (typeof TURNOVER_REASONS)[number]

/** One line of the append-only ledger. Amounts and count carry the sign. */
export interface TurnoverEntry extends TurnoverDimensions {
  registrationId: string
  /** Version of the registered facts this entry books or reverses, from 1. */
  version: number
  reason: TurnoverReason
  /** The day it counts on: the day of registration, also for what reverses it. */
  businessOn: CalendarDate
  recordedAt: Date
  /** +1 or −1. */
  contractCount: number
  contractAmountFen: Fen
  technologyAmountFen: Fen
}
