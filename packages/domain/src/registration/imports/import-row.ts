import type {
  IpKind,
  PartyKind,
  PaymentMethod,
  PlanIndustry,
  PlanSource,
  SocioEconomicObjective,
  TechnicalField,
} from '../../codes/index.ts'
import type { CalendarDate, Fen } from '../../index.ts'
import type { ContractSubType, ContractType } from '../../regimes/index.ts'
import type { FormSupplement } from '../form-supplement.ts'
import type { RegistrationStatus } from '../states.ts'
import type { ImportColumn } from './columns.ts'

/** A party as a sheet names it; an empty code where it has none. */
export interface ImportParty {
  name: string
  creditCode: string
  kind: PartyKind
  regionCode: string
}

/** A contract registered elsewhere or earlier, as one row states it: the whole form. */
export interface ImportRow extends FormSupplement {
  number: string
  title: string
  type: ContractType
  subType: ContractSubType | null
  seller: ImportParty
  buyer: ImportParty
  contractAmountFen: Fen
  technologyAmountFen: Fen
  signedOn: CalendarDate
  effectiveOn: CalendarDate
  endsOn: CalendarDate | null
  registeredOn: CalendarDate
  technicalField: TechnicalField
  planIndustry: PlanIndustry
  ipKind: IpKind
  planSource: PlanSource
  socioEconomicObjective: SocioEconomicObjective | null
  paymentMethod: PaymentMethod
  relatedParties: boolean
  status: RegistrationStatus
}

/** An error keeps the whole file out; a warning is for a person to judge. */
export interface ImportProblem {
  /** Null when the whole row is meant. */
  column: ImportColumn | null
  severity: 'error' | 'warning'
  code: string
  params: Record<string, unknown>
}

export const importProblem = (
  column: ImportColumn | null,
  code: string,
  params: Record<string, unknown> = {},
  severity: ImportProblem['severity'] = 'error',
): ImportProblem => ({ column, severity, code, params })

/** What makes two parties the same one: the code, or the name where there is no code. */
export const partyKeyOf = ({ creditCode, name }: ImportParty): string =>
  creditCode === '' ? `name:${name.normalize('NFKC').replaceAll(/\s/g, '')}` : creditCode
