import {
  type CodeList,
  currentRegionCode,
  findRegion,
  REGION_ENTRIES,
  TECHNICAL_FIELDS,
} from '../codes/index.ts'
import type { FieldProblem } from '../index.ts'

/** Half-open stretches of whole numbers; the codes of a region's places lie inside its own stretch. */
export type Span = readonly [from: number, until: number]

/** Everywhere; every place of the country; everywhere else. */
export const WORLD = '000000'
export const COUNTRY = '100000'
export const ABROAD = '900000'
export const ALL_FIELDS = 'all'

/** Where and for what a licence holds, in codes: what the register of grants compares. */
export interface Coverage {
  /** GB/T 2260, or one of the three above. */
  territories: readonly string[]
  /** Codes of the eleven technical fields, or 'all'. */
  fields: readonly string[]
}

/** Terms as they are written: codes where somebody chose them, words in any case. */
export interface WrittenScope {
  territory: string
  territoryCodes?: readonly string[] | undefined
  fieldCodes?: readonly string[] | undefined
}

/** Places wider than any region, by name. */
export const WIDE_PLACES: CodeList = [
  { code: COUNTRY, zh: '全国', en: 'The whole country' },
  { code: WORLD, zh: '全球', en: 'Worldwide' },
  { code: ABROAD, zh: '境外', en: 'Abroad' },
]

const WORDS: Readonly<Record<string, string>> = {
  全国: COUNTRY,
  全国范围: COUNTRY,
  中国: COUNTRY,
  中国境内: COUNTRY,
  china: COUNTRY,
  nationwide: COUNTRY,
  全球: WORLD,
  全世界: WORLD,
  world: WORLD,
  worldwide: WORLD,
  境外: ABROAD,
  国外: ABROAD,
}
const SUFFIXES = /(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市|县|区)$/

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const BY_NAME = new Map(
  REGION_ENTRIES.flatMap(({ code, zh, en }) =>
    [zh, zh.replace(SUFFIXES, ''), en].map((name) => [plain(name), code] as const),
  ).reverse(),
)

const readPlace = (words: string): string | null => {
  const text = plain(words)
  if (WORDS[text]) return WORDS[text]
  if (text === WORLD || text === COUNTRY || text === ABROAD) return text
  const code = findRegion(text) ? text : BY_NAME.get(text)
  return code ? currentRegionCode(code) : null
}

/** Codes of the places that words name; null as soon as one of them is not known. */
export const readTerritory = (words: string): string[] | null => {
  const places = words.split(/[、,，;；和]/).filter((word) => word.trim() !== '')
  const codes = places.map(readPlace)
  const known = codes.filter((code) => code !== null)
  return known.length > 0 && known.length === codes.length ? [...new Set(known)] : null
}

/** What a licence covers. Words that cannot be read, and fields that were not chosen, count as everything. */
export const coverageOf = (scope: WrittenScope): Coverage => ({
  territories: scope.territoryCodes?.length
    ? scope.territoryCodes
    : (readTerritory(scope.territory) ?? [WORLD]),
  fields: scope.fieldCodes?.length ? scope.fieldCodes : [ALL_FIELDS],
})

const COUNTRY_FROM = 100_000
const ABROAD_FROM = 900_000

const spanOfPlace = (code: string): Span => {
  if (code === WORLD) return [0, 1_000_000]
  if (code === COUNTRY) return [COUNTRY_FROM, ABROAD_FROM]
  if (code === ABROAD) return [ABROAD_FROM, 1_000_000]
  const from = Number(code)
  if (code.endsWith('0000')) return [from, from + 10_000]
  return code.endsWith('00') ? [from, from + 100] : [from, from + 1]
}
const spanOfField = (code: string): Span =>
  code === ALL_FIELDS ? [1, TECHNICAL_FIELDS.length + 1] : [Number(code), Number(code) + 1]

/** The stretches of numbers a coverage takes up, for the register of grants. */
export const spansOf = ({ territories, fields }: Coverage): { territory: Span[]; field: Span[] } => ({
  territory: territories.map(spanOfPlace),
  field: fields.map(spanOfField),
})

const meet = (left: readonly Span[], right: readonly Span[]): boolean =>
  left.some(([from, until]) => right.some((other) => from < other[1] && other[0] < until))

/** Whether two coverages have a place and a field in common. */
export const coveragesMeet = (left: Coverage, right: Coverage): boolean => {
  const [one, other] = [spansOf(left), spansOf(right)]
  return meet(one.territory, other.territory) && meet(one.field, other.field)
}

const isPlace = (code: string): boolean =>
  code === WORLD || code === COUNTRY || code === ABROAD || findRegion(code) !== undefined

const isField = (code: string): boolean =>
  code === ALL_FIELDS || TECHNICAL_FIELDS.some((field) => field.code === code)

/** Codes that no list knows. */
export const coverageProblems = (scope: WrittenScope): FieldProblem[] => [
  ...((scope.territoryCodes ?? []).every(isPlace)
    ? []
    : [{ path: 'territoryCodes', code: 'terms.territory_unknown' }]),
  ...((scope.fieldCodes ?? []).every(isField) ? [] : [{ path: 'fieldCodes', code: 'terms.field_unknown' }]),
]
