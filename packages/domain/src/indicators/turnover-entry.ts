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

/** Everything a figure can be broken down by; copied onto the entry so that no later change rewrites it. */
export interface TurnoverDimensions {
  /** Type and sub-type by the law of the signing date, which `regimeKey` names. */
  type: ContractType
  subType: ContractSubType | null
  regimeKey: string
  technicalField: TechnicalField
  planIndustry: PlanIndustry
  ipKind: IpKind
  planSource: PlanSource
  socioEconomicObjective: SocioEconomicObjective | null
  sellerKind: PartyKind
  buyerKind: PartyKind
  sellerRegionCode: string
  buyerRegionCode: string
  agencyId: string
  sellerId: string
  buyerId: string
}

/** A registered contract as one version of the register states it. */
export interface RegisteredFacts extends TurnoverDimensions {
  registrationId: string
  /** From 1; each change adds one. */
  version: number
  registeredOn: CalendarDate
  contractAmountFen: Fen
  technologyAmountFen: Fen
}

/** One line of the append-only ledger; count and amounts carry the sign. */
export interface TurnoverEntry extends TurnoverDimensions {
  registrationId: string
  version: number
  /** 'book' adds a contract, 'reverse' takes an earlier entry back. */
  direction: 'book' | 'reverse'
  /** The type in the view of before the Civil Code. */
  fourType: ContractType
  /** The type in the view of today, in which contracts of any date can be compared. */
  fiveType: ContractType
  contractCount: 1 | -1
  contractAmountFen: Fen
  technologyAmountFen: Fen
  /** The day it counts on: that of the registration, also for what takes it back. */
  businessOn: CalendarDate
  recordedAt: Date
}
