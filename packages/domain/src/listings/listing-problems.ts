import {
  type ListingKind,
  PATENT_RIGHT_KINDS,
  type PriceMode,
  type RightKind,
  type TransferMode,
} from '../codes/index.ts'
import { classAndRegionProblems } from '../identifiers/index.ts'
import { type CalendarDate, type Fen, type FieldProblem, missingTexts, required } from '../index.ts'
import { type ComparisonRow, comparisonProblems } from './comparison.ts'
import { textLimitProblems } from './limits.ts'
import { type RightFacts, rightProblems } from './right.ts'

/** What an editor has written so far; a draft may lack anything but its kind. */
export interface ListingContent {
  kind: ListingKind
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
  leadingSolutionZh: string
  leadingSolutionEn: string
  comparison: readonly ComparisonRow[]
  maturityLevel: number | null
  maturityEvidenceZh: string
  maturityEvidenceEn: string
  ipcSymbols: readonly string[]
  technicalField: string | null
  planIndustry: string | null
  industryClass: string | null
  transferModes: readonly TransferMode[]
  priceMode: PriceMode | null
  priceFen: Fen | null
  priceMaxFen: Fen | null
  regionCode: string
  rights: readonly RightFacts[]
}

const BOTH_LANGUAGES = ['titleZh', 'titleEn', 'summaryZh', 'summaryEn'] as const
const EITHER_LANGUAGE = [
  ['problemZh', 'problemEn'],
  ['advantageZh', 'advantageEn'],
  ['applicationsZh', 'applicationsEn'],
  ['maturityEvidenceZh', 'maturityEvidenceEn'],
] as const
const CHOICES = ['maturityLevel', 'technicalField', 'planIndustry', 'priceMode'] as const

/** The kinds of right of which a listing must offer at least one; none for know-how and research results. */
export const REQUIRED_RIGHTS: Readonly<Record<ListingKind, readonly RightKind[]>> = {
  granted_patent: PATENT_RIGHT_KINDS,
  patent_application: ['patent_application'],
  know_how: [],
  software_copyright: ['software_copyright'],
  plant_variety: ['plant_variety'],
  ic_layout: ['ic_layout'],
  research_result: [],
}

const needsIpc = ({ kind, rights }: ListingContent): boolean =>
  (kind === 'granted_patent' || kind === 'patent_application') &&
  !(rights.length > 0 && rights.every((right) => right.kind === 'design_patent'))

const NEEDS_PRICE: readonly PriceMode[] = ['fixed', 'range', 'fee_and_royalty']

const priceProblems = ({ priceMode, priceFen, priceMaxFen }: ListingContent): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (priceMode !== null && NEEDS_PRICE.includes(priceMode) && priceFen === null) {
    problems.push({ path: 'priceFen', code: 'listing.price_required' })
  }
  if (priceFen !== null && !(Number.isSafeInteger(priceFen) && priceFen > 0)) {
    problems.push({ path: 'priceFen', code: 'money.must_be_positive' })
  }
  if (priceMode === 'range') {
    if (priceMaxFen === null) problems.push({ path: 'priceMaxFen', code: 'listing.price_required' })
    else if (priceFen !== null && priceMaxFen <= priceFen) {
      problems.push({ path: 'priceMaxFen', code: 'listing.price_range_empty' })
    }
  } else if (priceMaxFen !== null) {
    problems.push({ path: 'priceMaxFen', code: 'listing.price_without_range' })
  }
  return problems
}

/** An open licence is declared at a stated price, on a granted patent, beside ordinary licences only (arts. 50, 51). */
const openLicenceProblems = ({ kind, transferModes, priceMode }: ListingContent): FieldProblem[] => {
  if (!transferModes.includes('open_licence')) return []
  const problems: FieldProblem[] = []
  if (kind !== 'granted_patent') {
    problems.push({ path: 'transferModes', code: 'listing.open_licence_needs_patent' })
  }
  if (transferModes.includes('exclusive_licence') || transferModes.includes('sole_licence')) {
    problems.push({ path: 'transferModes', code: 'listing.open_licence_excludes_exclusive' })
  }
  if (priceMode === 'negotiable' || priceMode === 'range') {
    problems.push({ path: 'priceMode', code: 'listing.open_licence_needs_price' })
  }
  return problems
}

const rightsProblems = (content: ListingContent, today: CalendarDate): FieldProblem[] => {
  const kinds = REQUIRED_RIGHTS[content.kind]
  const missing = kinds.length > 0 && !content.rights.some(({ kind }) => kinds.includes(kind))
  return [
    ...(missing ? [{ path: 'rights', code: 'listing.right_required', params: { kinds } }] : []),
    ...content.rights.flatMap((right, index) => rightProblems(right, `rights.${index}`, today)),
  ]
}

/** Everything that keeps a listing from being submitted on this day; empty when it is complete. */
export const listingProblems = (content: ListingContent, today: CalendarDate): FieldProblem[] => [
  ...missingTexts(content, BOTH_LANGUAGES, EITHER_LANGUAGE),
  ...CHOICES.filter((field) => content[field] === null).map(required),
  ...(content.transferModes.length === 0 ? [required('transferModes')] : []),
  ...(needsIpc(content) && content.ipcSymbols.length === 0 ? [required('ipcSymbols')] : []),
  ...textLimitProblems(content),
  ...comparisonProblems(content),
  ...classAndRegionProblems(content),
  ...priceProblems(content),
  ...openLicenceProblems(content),
  ...rightsProblems(content, today),
]
