import type { ListingContent } from '@market/database/schema'
import type { ListingKind } from '@market/domain/codes'

export type { AttachmentContent, ListingContent, RightContent } from '@market/database/schema'

/** The part of a listing's text that stands in its own columns. */
export type ListingColumns = Omit<ListingContent, 'rights' | 'attachments'>

const EMPTY = {
  titleZh: '',
  titleEn: '',
  summaryZh: '',
  summaryEn: '',
  problemZh: '',
  problemEn: '',
  advantageZh: '',
  advantageEn: '',
  applicationsZh: '',
  applicationsEn: '',
  leadingSolutionZh: '',
  leadingSolutionEn: '',
  comparison: [],
  maturityLevel: null,
  maturityEvidenceZh: '',
  maturityEvidenceEn: '',
  ipcSymbols: [],
  technicalField: null,
  planIndustry: null,
  industryClass: null,
  transferModes: [],
  priceMode: null,
  priceFen: null,
  priceMaxFen: null,
} satisfies Omit<ListingColumns, 'kind' | 'regionCode'>

export const emptyContent = (kind: ListingKind, regionCode: string): ListingContent => ({
  ...EMPTY,
  kind,
  regionCode,
  rights: [],
  attachments: [],
})

const NO_ALT = { altZh: '', altEn: '' }

/** Names of the columns, for copying a text out of a row and into one. */
const COLUMNS = ['kind', 'regionCode', ...Object.keys(EMPTY)] as (keyof ListingColumns)[]

/** Exactly the text columns of anything that has them. */
export const columnsOf = (source: ListingColumns): ListingColumns =>
  Object.fromEntries(COLUMNS.map((name) => [name, source[name]])) as unknown as ListingColumns

/** A text kept as JSON before some of its parts were asked for has them empty. */
export const wholeContent = (kept: ListingContent): ListingContent => ({
  ...EMPTY,
  ...kept,
  attachments: kept.attachments.map((attachment) => ({ ...NO_ALT, ...attachment })),
})

const sameJson = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Before and after of the fields that differ: what the trail keeps of an edit. */
export const differences = (before: ListingContent, after: ListingContent) => {
  const changed = (Object.keys(after) as (keyof ListingContent)[]).filter(
    (name) => !sameJson(before[name], after[name]),
  )
  const only = (content: ListingContent) => Object.fromEntries(changed.map((name) => [name, content[name]]))
  return { before: only(before), after: only(after) }
}
