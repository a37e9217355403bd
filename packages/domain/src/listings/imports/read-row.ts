import {
  isCodeOf,
  LISTING_KINDS,
  type ListingKind,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  type PlanIndustry,
  PRICE_MODES,
  type PriceMode,
  TECHNICAL_FIELDS,
  type TechnicalField,
  TRANSFER_MODES,
  type TransferMode,
} from '../../codes/index.ts'
import { parseIndustryCode, parseIpcSymbol, parseRegionCode } from '../../identifiers/index.ts'
import type { CalendarDate, Fen } from '../../index.ts'
import { comparableLabel } from '../../tables/index.ts'
import type { RightFacts } from '../right.ts'
import { splitLabelledText } from './labelled-text.ts'
import type { ListingImportMapping } from './mapping.ts'
import { importError, type ListingImportProblem } from './problems.ts'
import { readImportedRight } from './read-right.ts'
import { type ImportedCells, listOf, RowReader, shown } from './row-reader.ts'

const MAX_IPC = 20
const LONGEST_COLUMN = 6000

/** What a row becomes once all its repairs are accepted: the edit that begins a draft. */
export interface ImportedListing {
  /** Of its right, without spaces and points. */
  publicationNumber: string | null
  publishedOn: CalendarDate | null
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
  maturityLevel: number | null
  maturityEvidenceZh: string
  maturityEvidenceEn: string
  ipcSymbols: string[]
  technicalField: TechnicalField | null
  planIndustry: PlanIndustry | null
  industryClass: string | null
  transferModes: TransferMode[]
  priceMode: PriceMode | null
  priceFen: Fen | null
  priceMaxFen: Fen | null
  regionCode?: string
  rights: RightFacts[]
}

export interface ImportedRow {
  listing: ImportedListing
  /** What makes two rows the same result: the number of the right, else the publication's, else the title. */
  sameKey: string
  problems: ListingImportProblem[]
}

/** The cells of a row under the fields its columns were mapped to; those of one field in a line each, in their order. */
export const mapCells = (
  raw: Readonly<Record<string, string>>,
  { columns }: Pick<ListingImportMapping, 'columns'>,
): ImportedCells => {
  const cells: ImportedCells = {}
  for (const [name, field] of Object.entries(columns)) {
    if (raw[name] === undefined) continue
    const text = raw[name].slice(0, LONGEST_COLUMN * 4)
    cells[field] = cells[field] === undefined ? text : `${cells[field]}\n${text}`
  }
  return cells
}

const readTexts = (reader: RowReader) => {
  const together = splitLabelledText(reader.raw('labelledText'))
  const title = reader.raw('title') || together.title
  const summary = reader.raw('summary') || together.summary
  const titled = reader.inLanguage('title', 'title', title)
  const summarized = reader.inLanguage('summary', 'summary', summary)
  const titleEn = reader.limited('titleEn', reader.raw('titleEn'), 200)
  const summaryEn = reader.limited('summaryEn', reader.raw('summaryEn'), 3000)
  const problem = reader.inLanguage('problem', 'problem')
  const advantage = reader.inLanguage('advantage', 'advantage')
  const applications = reader.inLanguage('applications', 'applications')
  const evidence = reader.inLanguage('maturityEvidence', 'maturityEvidence')
  return {
    titleZh: titled.zh,
    titleEn: titleEn || titled.en,
    summaryZh: summarized.zh,
    summaryEn: summaryEn || summarized.en,
    problemZh: problem.zh,
    problemEn: problem.en,
    advantageZh: advantage.zh,
    advantageEn: advantage.en,
    applicationsZh: applications.zh,
    applicationsEn: applications.en,
    maturityEvidenceZh: evidence.zh,
    maturityEvidenceEn: evidence.en,
  }
}

const readIpc = (reader: RowReader): string[] => {
  const typed = listOf(reader.half('ipcSymbols')).flatMap((part) => part.split(/,(?=\s*[A-H]\d)/))
  const read = typed.map((symbol) => ({ symbol, result: parseIpcSymbol(symbol) }))
  const wrong = read.flatMap(({ symbol, result }) => (result.ok ? [] : [symbol]))
  if (wrong.length > 0) {
    const right = read.flatMap(({ result }) => (result.ok ? [result.value] : []))
    reader.note(
      importError(
        'ipcSymbols',
        'ipc.invalid',
        { to: shown(right.join('; ')) },
        { found: shown(wrong.join('; ')) },
      ),
    )
  }
  const symbols = [...new Set(read.flatMap(({ result }) => (result.ok ? [result.value] : [])))]
  if (symbols.length > MAX_IPC) {
    reader.note(
      importError(
        'ipcSymbols',
        'list.too_many',
        { to: String(MAX_IPC) },
        { max: MAX_IPC, found: symbols.length },
      ),
    )
  }
  return symbols.slice(0, MAX_IPC)
}

/** Stages in the words offices use where a level is wanted; the level is proposed, a person decides. */
const STAGES: readonly { words: RegExp; level: number }[] = [
  { words: /量产|产业化|批量|规模化|mass production/i, level: 9 },
  { words: /小批|定型|试生产|pilot production/i, level: 8 },
  { words: /中试|pilot/i, level: 6 },
  { words: /样机|样品|prototype/i, level: 5 },
  { words: /小试|实验室|lab/i, level: 4 },
  { words: /正在研发|研发中|研究中|in development/i, level: 3 },
]

const readMaturity = (reader: RowReader): number | null => {
  const typed = reader.half('maturityLevel')
  if (typed === '') return null
  const level = Number(/^(?:TRL\s*)?(\d{1,2})(?:\.0+)?(?:\s*级)?$/i.exec(typed)?.[1] ?? Number.NaN)
  const named = MATURITY_LEVELS.find(({ zh, en }) => [zh, en, zh.split('：')[0]].includes(typed))
  const found = named?.level ?? level
  if (Number.isInteger(found) && found >= 1 && found <= MATURITY_LEVELS.length) return found
  const stage = STAGES.find(({ words }) => words.test(typed))?.level ?? null
  const repair = stage === null ? ('clear' as const) : { to: String(stage) }
  reader.note(importError('maturityLevel', 'code.unknown', repair, { found: shown(typed) }))
  return stage
}

const MODE_ALIASES: Readonly<Record<string, TransferMode>> = {
  许可: 'ordinary_licence',
  专利许可: 'ordinary_licence',
  licence: 'ordinary_licence',
  license: 'ordinary_licence',
  专利转让: 'assignment',
  技术转让: 'assignment',
  入股: 'equity_contribution',
  技术入股: 'equity_contribution',
  作价投资: 'equity_contribution',
}

const readModes = (reader: RowReader): TransferMode[] => [
  ...new Set(
    listOf(reader.raw('transferModes').replaceAll(/[/／]|或者?|和|及/g, ';')).flatMap(
      (typed) => reader.codeOf('transferModes', typed, TRANSFER_MODES, MODE_ALIASES) ?? [],
    ),
  ),
]

const NEGOTIABLE = /^(面议|可议|协商|待议|negotiable)$/i

const readPrice = (reader: RowReader, unit: 'yuan' | 'wan') => {
  const mode = reader.code('priceMode', PRICE_MODES)
  if (NEGOTIABLE.test(reader.raw('price'))) {
    return { priceMode: mode ?? ('negotiable' as const), priceFen: null, priceMaxFen: null }
  }
  const [low, high] = reader.amounts(unit)
  if (low === null || high === null || low <= high) {
    const guessed = high !== null && low !== null ? 'range' : low !== null ? 'fixed' : null
    return { priceMode: mode ?? guessed, priceFen: low, priceMaxFen: low === null ? null : high }
  }
  reader.note(
    importError(
      'priceMax',
      'price.reversed',
      { to: `${high / 100}–${low / 100}` },
      { found: `${low / 100}–${high / 100}` },
    ),
  )
  return { priceMode: mode ?? ('range' as const), priceFen: high, priceMaxFen: low }
}

const readIndustry = (reader: RowReader): string | null => {
  const typed = reader.half('industryClass')
  if (typed === '') return null
  const parsed = parseIndustryCode(typed)
  if (parsed.ok) return parsed.value
  reader.note(importError('industryClass', 'industry.invalid', 'clear', { found: shown(typed) }))
  return null
}

const readRegion = (reader: RowReader): { regionCode?: string } => {
  const typed = reader.half('regionCode')
  if (typed === '') return {}
  const parsed = parseRegionCode(typed)
  if (parsed.ok) return { regionCode: parsed.value }
  reader.note(importError('regionCode', 'region.invalid', 'clear', { found: shown(typed) }))
  return {}
}

const keyOf = (number: string | null | undefined, publication: string | null, title: string): string => {
  if (number) return `n:${number}`
  return publication === null ? `t:${comparableLabel(title).slice(0, 300)}` : `p:${publication}`
}

/** One row as the draft it would be, and everything wrong with it; `today` in Asia/Shanghai. */
export const readListingRow = (
  raw: Readonly<Record<string, string>>,
  mapping: ListingImportMapping,
  today: CalendarDate,
): ImportedRow => {
  const reader = new RowReader(mapCells(raw, mapping), today)
  const named = reader.code('kind', LISTING_KINDS)
  const texts = readTexts(reader)
  const title = texts.titleZh || texts.titleEn
  if (title === '') reader.note(importError('title', 'title.missing'))
  const { right, listingKind, ...published } = readImportedRight(
    reader,
    mapping,
    named ?? mapping.kind,
    title,
  )
  const usual = isPatentListing(mapping.kind) && right === null ? 'research_result' : mapping.kind
  const listing: ImportedListing = {
    ...published,
    kind: named ?? listingKind ?? usual,
    ...texts,
    ...readPrice(reader, mapping.priceUnit),
    ...readRegion(reader),
    maturityLevel: readMaturity(reader),
    ipcSymbols: readIpc(reader),
    technicalField: reader.code('technicalField', TECHNICAL_FIELDS) ?? mapping.technicalField,
    planIndustry: reader.code('planIndustry', PLAN_INDUSTRIES) ?? mapping.planIndustry,
    industryClass: readIndustry(reader),
    transferModes: readModes(reader),
    rights: right === null ? [] : [right],
  }
  const sameKey = keyOf(right?.number, published.publicationNumber, title)
  return { listing, sameKey, problems: reader.problems }
}

const isPatentListing = (kind: ListingKind): boolean =>
  isCodeOf(LISTING_KINDS, kind) && (kind === 'granted_patent' || kind === 'patent_application')
