import type { ComparisonRow, Listing } from '@market/contracts/listings'
import { formatYuan } from '@market/domain'
import type { ListingKind, RightKind } from '@market/domain/codes'

/** Fields with one text each, by their wire name. */
export const TEXT_FIELDS = [
  'titleZh',
  'titleEn',
  'summaryZh',
  'summaryEn',
  'problemZh',
  'problemEn',
  'advantageZh',
  'advantageEn',
  'applicationsZh',
  'applicationsEn',
  'leadingSolutionZh',
  'leadingSolutionEn',
  'maturityEvidenceZh',
  'maturityEvidenceEn',
] as const
export const CHOICE_FIELDS = [
  'kind',
  'maturityLevel',
  'technicalField',
  'planIndustry',
  'industryClass',
  'regionCode',
  'priceMode',
] as const
const MONEY_FIELDS = ['priceFen', 'priceMaxFen'] as const

export type SingleField =
  | (typeof TEXT_FIELDS)[number]
  | (typeof CHOICE_FIELDS)[number]
  | (typeof MONEY_FIELDS)[number]

/** One right as it stands in the form: every part as typed. */
export interface RightValues {
  id: string
  kind: string
  number: string
  title: string
  ownerNames: string
  inventorNames: string
  filedOn: string
  grantedOn: string
  legalStatus: string
}

export const COMPARISON_PARTS = [
  'aspectZh',
  'aspectEn',
  'unit',
  'ours',
  'leading',
  'source',
] as const satisfies readonly (keyof ComparisonRow)[]

/** The form as it is typed; amounts in yuan. */
export interface ListingValues {
  single: Record<SingleField, string>
  ipcSymbols: string[]
  transferModes: string[]
  rights: RightValues[]
  comparison: ComparisonRow[]
}

/** Names are joined and split by this mark. */
export const NAME_MARK = '、'

const RIGHT_OF_KIND: Partial<Record<ListingKind, RightKind>> = {
  patent_application: 'patent_application',
  know_how: 'know_how',
  software_copyright: 'software_copyright',
  plant_variety: 'plant_variety',
  ic_layout: 'ic_layout',
  research_result: 'know_how',
}

/** A right nobody has written anything about yet; the kind of the listing suggests its own. */
export const blankRight = (listingKind: string): RightValues => ({
  id: '',
  kind: RIGHT_OF_KIND[listingKind as ListingKind] ?? 'invention_patent',
  number: '',
  title: '',
  ownerNames: '',
  inventorNames: '',
  filedOn: '',
  grantedOn: '',
  legalStatus: listingKind === 'patent_application' ? 'pending' : 'in_force',
})

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen))

/** The stored text as the form shows it. */
export function valuesOf(listing: Listing): ListingValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, listing[name]]))
  const choices = Object.fromEntries(CHOICE_FIELDS.map((name) => [name, String(listing[name] ?? '')]))
  const amounts = { priceFen: yuan(listing.priceFen), priceMaxFen: yuan(listing.priceMaxFen) }
  return {
    single: { ...texts, ...choices, ...amounts } as ListingValues['single'],
    ipcSymbols: listing.ipcSymbols,
    transferModes: listing.transferModes,
    comparison: listing.comparison,
    rights: listing.rights.map((right) => ({
      id: right.id,
      kind: right.kind,
      number: right.number ?? '',
      title: right.title,
      ownerNames: right.ownerNames.join(NAME_MARK),
      inventorNames: right.inventorNames.join(NAME_MARK),
      filedOn: right.filedOn ?? '',
      grantedOn: right.grantedOn ?? '',
      legalStatus: right.legalStatus,
    })),
  }
}
