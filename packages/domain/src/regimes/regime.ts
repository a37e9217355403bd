import type { CodeItem } from '../codes/index.ts'
import type { CalendarDate, Fen } from '../index.ts'
import type { ContractSubType, ContractType } from './contract-types.ts'

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A rule with the text it stands on; `verified` is false until somebody has read that text itself. */
export type Provision<Rule extends object> = Rule & { readonly basis: Bilingual; readonly verified: boolean }

export interface RefusalReason extends CodeItem {
  readonly basis: Bilingual
  /** What the filer can do about it. */
  readonly remedy: Bilingual
}

export interface Deadline {
  readonly days: number
  readonly kind: 'calendar' | 'working'
  /** Whether corrected material starts the days anew. */
  readonly restartsOnCorrection: boolean
}

export interface LargeContractRule {
  /** Technology amount from which the contract is large; null where the regime knows no such class. */
  readonly thresholdFen: Fen | null
  readonly deadline: Deadline | null
  readonly secondReview: boolean
}

export interface TypeBranch {
  readonly type: ContractType
  readonly subTypes: readonly ContractSubType[]
}

/** The registration rules in force over a stretch of days. */
export interface Regime {
  readonly key: 'R2001' | 'R2021' | 'R2022' | 'R2026'
  readonly name: Bilingual
  readonly since: CalendarDate
  /** Last day; null while in force. */
  readonly until: CalendarDate | null
  readonly types: Provision<{ readonly view: 'four' | 'five'; readonly tree: readonly TypeBranch[] }>
  readonly applicant: Provision<{
    readonly side: 'seller'
    /** Who applies when the technology is imported. */
    readonly imports: 'seller' | 'buyer'
  }>
  /** Whether an agency registers only for applicants of its own region; operator and authority for all. */
  readonly registry: Provision<{ readonly withinRegion: boolean }>
  readonly application: Provision<{ readonly withinValidity: boolean }>
  readonly decision: Provision<Deadline>
  readonly largeContracts: Provision<LargeContractRule>
  readonly refusals: Provision<{ readonly reasons: readonly RefusalReason[] }>
  readonly certificate: Provision<{
    readonly states: readonly ('contract_amount' | 'technology_amount' | 'verified_income')[]
  }>
}
