import type { ListingKind, PlanIndustry, PriceMode, TechnicalField, TransferMode } from '@market/domain/codes'
import type { ListingState } from '@market/domain/listings'
import { numberForms } from './number-forms.ts'

/** A published listing as the engines know it: public columns only. */
export interface SearchDocument {
  id: string
  kind: ListingKind
  state: ListingState
  titleZh: string
  titleEn: string
  summaryZh: string
  summaryEn: string
  problemZh: string
  problemEn: string
  advantageZh: string
  advantageEn: string
  applicationsZh: string
  applicationsEn: string
  ipcSymbols: string[]
  /** Every form in which somebody may write the number of one of the rights. */
  numbers: string[]
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
  transferModes: TransferMode[]
  maturityLevel: number | null
  /** Years in which its rights were filed for. */
  filedYear: string[]
  ownerId: string
  ownerNameZh: string
  ownerNameEn: string
  regionCode: string
  priceMode: PriceMode | null
  priceFen: number | null
  priceMaxFen: number | null
  /** ISO 8601 in UTC, so that text order is time order. */
  publishedAt: string
}

/** A listing row with its owner's names and its rights' numbers. */
export type DocumentSource = Omit<SearchDocument, 'numbers' | 'filedYear' | 'publishedAt'> & {
  rightNumbers: readonly (string | null)[]
  rightFiledOn?: readonly (string | null)[]
  publishedAt: Date
}

/** Names every field, so that a new column of a listing is not public by accident. */
export const buildDocument = (source: DocumentSource): SearchDocument => ({
  id: source.id,
  kind: source.kind,
  state: source.state,
  titleZh: source.titleZh,
  titleEn: source.titleEn,
  summaryZh: source.summaryZh,
  summaryEn: source.summaryEn,
  problemZh: source.problemZh,
  problemEn: source.problemEn,
  advantageZh: source.advantageZh,
  advantageEn: source.advantageEn,
  applicationsZh: source.applicationsZh,
  applicationsEn: source.applicationsEn,
  ipcSymbols: [...source.ipcSymbols],
  numbers: [...new Set(source.rightNumbers.flatMap((number) => (number ? numberForms(number) : [])))],
  technicalField: source.technicalField,
  planIndustry: source.planIndustry,
  transferModes: [...source.transferModes],
  maturityLevel: source.maturityLevel,
  filedYear: [...new Set((source.rightFiledOn ?? []).flatMap((day) => (day ? day.slice(0, 4) : [])))],
  ownerId: source.ownerId,
  ownerNameZh: source.ownerNameZh,
  ownerNameEn: source.ownerNameEn,
  regionCode: source.regionCode,
  priceMode: source.priceMode,
  priceFen: source.priceFen,
  priceMaxFen: source.priceMaxFen,
  publishedAt: source.publishedAt.toISOString(),
})
