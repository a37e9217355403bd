import type {
  ListingKind,
  ListingReturnReason,
  MaturityLevel,
  PlanIndustry,
  PriceMode,
  RightKind,
  TechnicalField,
  TransferMode,
} from '@market/domain/codes'
import {
  sampleLayoutNumber,
  samplePatentNumber,
  sampleSoftwareNumber,
  sampleVarietyNumber,
} from '../identifiers.ts'

export interface DemoRight {
  kind: RightKind
  number: string | null
  filedOn: string | null
  grantedOn: string | null
  inventorNames: readonly string[]
}

export interface ListingText {
  title: string
  summary: string
  problem: string
  advantage: string
  applications: string
  evidence: string
}

/** What became of a listing after its author wrote it; most are published and stay so. */
export type ListingOutcome =
  | { to: 'published' }
  | { to: 'draft' }
  | { to: 'submitted' }
  | { to: 'returned'; reason: ListingReturnReason; words: string }
  | { to: 'withdrawn'; on: string }

export interface DemoListing {
  key: string
  owner: string
  kind: ListingKind
  industry: PlanIndustry
  field: TechnicalField
  /** GB/T 4754 class with its section letter. */
  industryClass: string
  ipc: readonly string[]
  modes: readonly [TransferMode, ...TransferMode[]]
  priceMode: PriceMode
  /** 万元; absent where the price is to be negotiated. */
  priceWan?: number
  priceMaxWan?: number
  maturity: MaturityLevel
  rights: readonly DemoRight[]
  postedOn: string
  outcome: ListingOutcome
  zh: ListingText
  en: ListingText
}

const yearOf = (date: string): string => date.slice(0, 4)

export const invention = (
  serial: number,
  filedOn: string,
  grantedOn: string,
  ...inventorNames: string[]
): DemoRight => ({
  kind: 'invention_patent',
  number: samplePatentNumber(yearOf(filedOn), 1, serial),
  filedOn,
  grantedOn,
  inventorNames,
})

export const utilityModel = (
  serial: number,
  filedOn: string,
  grantedOn: string,
  ...inventorNames: string[]
): DemoRight => ({
  kind: 'utility_model',
  number: samplePatentNumber(yearOf(filedOn), 2, serial),
  filedOn,
  grantedOn,
  inventorNames,
})

export const design = (
  serial: number,
  filedOn: string,
  grantedOn: string,
  ...inventorNames: string[]
): DemoRight => ({
  kind: 'design_patent',
  number: samplePatentNumber(yearOf(filedOn), 3, serial),
  filedOn,
  grantedOn,
  inventorNames,
})

export const application = (serial: number, filedOn: string, ...inventorNames: string[]): DemoRight => ({
  kind: 'patent_application',
  number: samplePatentNumber(yearOf(filedOn), 1, serial),
  filedOn,
  grantedOn: null,
  inventorNames,
})

export const software = (serial: number, grantedOn: string, ...inventorNames: string[]): DemoRight => ({
  kind: 'software_copyright',
  number: sampleSoftwareNumber(yearOf(grantedOn), serial),
  filedOn: null,
  grantedOn,
  inventorNames,
})

export const variety = (
  serial: number,
  filedOn: string,
  grantedOn: string,
  ...inventorNames: string[]
): DemoRight => ({
  kind: 'plant_variety',
  number: sampleVarietyNumber(yearOf(filedOn), serial),
  filedOn,
  grantedOn,
  inventorNames,
})

export const layout = (
  serial: number,
  filedOn: string,
  grantedOn: string,
  ...inventorNames: string[]
): DemoRight => ({
  kind: 'ic_layout',
  number: sampleLayoutNumber(yearOf(filedOn), serial),
  filedOn,
  grantedOn,
  inventorNames,
})

export const knowHow = (...inventorNames: string[]): DemoRight => ({
  kind: 'know_how',
  number: null,
  filedOn: null,
  grantedOn: null,
  inventorNames,
})

export const PUBLISHED: ListingOutcome = { to: 'published' }
