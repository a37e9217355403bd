import type { RightKind } from '../../codes/index.ts'
import type { CalendarDate, Fen } from '../../index.ts'
import type { TermSheet } from '../../licensing/index.ts'
import type { Bilingual, ContractSubType, ContractType, LegalBasis } from '../../regimes/index.ts'

export interface ClauseParty {
  nameZh: string
  nameEn: string
  /** Unified social credit code; null for a party that has none. */
  creditCode: string | null
  /** Set up by the state: it owes its inventors their part. */
  stateOwned: boolean
}

export interface ClauseRight {
  kind: RightKind
  title: string
  number: string | null
  ownerNames: readonly string[]
  filedOn: CalendarDate | null
  grantedOn: CalendarDate | null
  expiresOn: CalendarDate | null
}

/** What two sides agreed on: all a contract's text is made of. */
export interface ClauseFacts {
  title: string
  type: ContractType
  subType: ContractSubType | null
  terms: TermSheet
  contractAmountFen: Fen
  technologyAmountFen: Fen
  signedOn: CalendarDate | null
  effectiveOn: CalendarDate | null
  endsOn: CalendarDate | null
  seller: ClauseParty
  buyer: ClauseParty
  /** Name of the listing or of the need the work is done for. */
  subject: Bilingual
  rights: readonly ClauseRight[]
}

/** One clause of the library. The Chinese wording governs. */
export interface Clause extends LegalBasis {
  /** Stable for ever: versions of texts keep it. */
  readonly id: string
  readonly heading: Bilingual
  /** Whether contracts with these facts have it. */
  readonly applies: (facts: ClauseFacts) => boolean
  /** A contract without it is void, cannot be registered or filed, or leaves the parties' main duties unsaid. */
  readonly mandatory: boolean
  /** Why it cannot go or, for the others, what the law says where the contract is silent. */
  readonly reason: Bilingual
  readonly body: (facts: ClauseFacts) => Bilingual
}

export const always = (): boolean => true
export const ofType =
  (...types: readonly ContractType[]) =>
  ({ type }: ClauseFacts): boolean =>
    types.includes(type)
export const ofSubType =
  (...subTypes: readonly ContractSubType[]) =>
  ({ subType }: ClauseFacts): boolean =>
    subType !== null && subTypes.includes(subType)
