import {
  COUNTRIES,
  type CodeList,
  CURRENCIES,
  ENTERPRISE_SCALES,
  IP_KINDS,
  PARTY_KINDS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  REGISTRATION_STATUS_NAMES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '../../codes/index.ts'
import { amountProblems, dateProblems } from '../../contracts/index.ts'
import { parseRegionCode, parseRegistrationNumber, parseSocialCreditCode } from '../../identifiers/index.ts'
import type { CalendarDate } from '../../index.ts'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES, isTypeOfRegime, regimeFor } from '../../regimes/index.ts'
import { amountOfCell, codeOfCell, dateOfCell, textOfCell, yesOrNoOfCell } from '../../tables/index.ts'
import {
  ABROAD_REGION,
  countryOfRegion,
  type FormSupplement,
  HOME_COUNTRY,
  type PartyProfile,
  partyRegionProblems,
  supplementProblems,
} from '../form-supplement.ts'
import { IMPORT_COLUMNS, type ImportCells, type ImportColumn } from './columns.ts'
import { readItems, readTraits } from './compound-cells.ts'
import { type ImportParty, type ImportProblem, type ImportRow, importProblem } from './import-row.ts'

const MAX_TEXT = 300
/** Several items stand in one cell. */
const MAX_ITEMS_TEXT = 6000
// Neither a database nor a spreadsheet holds these.
const UNSTORABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u
const DIGITS_OF_A_DOUBLE = 15

const required = (column: ImportColumn): boolean =>
  IMPORT_COLUMNS.some((known) => known.key === column && known.required)

/** Reads the cells of one row and collects what is wrong with them. */
class RowReader {
  readonly problems: ImportProblem[] = []
  readonly #cells: ImportCells

  constructor(cells: ImportCells) {
    this.#cells = cells
  }

  note(column: ImportColumn, code: string, params?: Record<string, unknown>, severity?: 'warning') {
    this.problems.push(importProblem(column, code, params, severity))
  }

  /** True when something stands there; notes what must not be empty. */
  #filled(column: ImportColumn): boolean {
    if (textOfCell(this.#cells[column]) !== '') return true
    if (required(column)) this.note(column, 'field.required')
    return false
  }

  text(column: ImportColumn, max = MAX_TEXT): string {
    this.#filled(column)
    const value = textOfCell(this.#cells[column])
    if (value.length > max) this.note(column, 'text.too_long', { max })
    if (UNSTORABLE.test(value.replaceAll(/[\t\n\r]/g, ''))) this.note(column, 'text.not_storable')
    return value
  }

  code<Code extends string>(column: ImportColumn, list: CodeList<Code>): Code | null {
    if (!this.#filled(column)) return null
    const code = codeOfCell(this.#cells[column], list)
    if (code === null) this.note(column, 'import.unknown_code', { found: textOfCell(this.#cells[column]) })
    return code
  }

  date(column: ImportColumn): CalendarDate | null {
    if (!this.#filled(column)) return null
    const date = dateOfCell(this.#cells[column])
    if (date === null) this.note(column, 'date.invalid', { found: textOfCell(this.#cells[column]) })
    return date
  }

  amount(column: ImportColumn): number {
    if (!this.#filled(column)) return Number.NaN
    const fen = amountOfCell(this.#cells[column])
    if (fen === null) this.note(column, 'money.invalid', { found: textOfCell(this.#cells[column]) })
    return fen ?? Number.NaN
  }

  yesOrNo(column: ImportColumn): boolean {
    const answer = yesOrNoOfCell(this.#cells[column])
    if (answer === null) this.note(column, 'import.yes_or_no', { found: textOfCell(this.#cells[column]) })
    return answer ?? false
  }

  /** An amount that may be left out. */
  amountOrNull(column: ImportColumn): number | null {
    const fen = this.amount(column)
    return Number.isNaN(fen) ? null : fen
  }

  count(column: ImportColumn): number | null {
    const typed = this.text(column)
    if (typed === '') return null
    if (/^\d{1,6}$/.test(typed)) return Number(typed)
    this.note(column, 'import.count_invalid', { found: typed })
    return null
  }

  textOrNull(column: ImportColumn): string | null {
    const value = this.text(column)
    return value === '' ? null : value
  }

  items(): FormSupplement['nonTechnicalItems'] {
    const typed = this.text('nonTechnicalItems', MAX_ITEMS_TEXT)
    const items = readItems(typed)
    if (items === null)
      this.note('nonTechnicalItems', 'import.items_malformed', { found: typed.slice(0, 60) })
    return items ?? []
  }

  /** Null where the sheet says nothing of the party beside name, kind and place. */
  profile(side: 'seller' | 'buyer'): PartyProfile | null {
    const typed = this.text(`${side}Traits`)
    const traits = readTraits(typed)
    if (traits === null) this.note(`${side}Traits`, 'import.unknown_code', { found: typed })
    const scale = this.code(`${side}Scale`, ENTERPRISE_SCALES)
    const texts = {
      address: this.text(`${side}Address`),
      postcode: this.text(`${side}Postcode`),
      representative: this.text(`${side}Representative`),
      contact: this.text(`${side}Contact`),
      phone: this.text(`${side}Phone`),
    }
    const empty = typed === '' && scale === null && Object.values(texts).every((text) => text === '')
    return empty ? null : { traits: traits ?? [], scale, ...texts }
  }

  /** Left out: where the region lies. */
  country(side: 'seller' | 'buyer', regionCode: string): FormSupplement['sellerCountry'] {
    return this.code(`${side}Country`, COUNTRIES) ?? countryOfRegion(regionCode)
  }

  supplement(seller: ImportParty, buyer: ImportParty): FormSupplement {
    return {
      sellerCountry: this.country('seller', seller.regionCode),
      buyerCountry: this.country('buyer', buyer.regionCode),
      industryClass: this.textOrNull('industryClass'),
      sellerIndustryClass: this.textOrNull('sellerIndustryClass'),
      buyerIndustryClass: this.textOrNull('buyerIndustryClass'),
      sellerProfile: this.profile('seller'),
      buyerProfile: this.profile('buyer'),
      addedInputFen: this.amountOrNull('addedInput'),
      addedOutputFen: this.amountOrNull('addedOutput'),
      currency: this.code('currency', CURRENCIES) ?? 'CNY',
      currencyAmountCents: this.amountOrNull('currencyAmount'),
      exchangeRate: this.textOrNull('exchangeRate'),
      exchangeRateOn: this.date('exchangeRateOn'),
      nonTechnicalItems: this.items(),
      carrierSets: this.count('carrierSets'),
    }
  }

  /** Sixteen digits kept as a number have lost the last one. */
  number(): string {
    const cell = this.#cells.number
    const typed = this.text('number')
    if (typed === '') return ''
    const asNumber = typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/i.test(typed)
    if (asNumber && !(typed.length < DIGITS_OF_A_DOUBLE && /^\d+$/.test(typed))) {
      this.note('number', 'import.number_as_number')
      return ''
    }
    const parsed = parseRegistrationNumber(typed)
    if (parsed.ok) return parsed.value
    this.note('number', parsed.code, { position: parsed.position, expected: parsed.expected })
    return ''
  }

  party(side: 'seller' | 'buyer'): ImportParty {
    return {
      name: this.text(`${side}Name`),
      creditCode: this.#creditCode(`${side}CreditCode`),
      kind: this.code(`${side}Kind`, PARTY_KINDS) ?? '400',
      regionCode: this.#region(`${side}RegionCode`),
    }
  }

  /** Of older records a wrong check character is reported and kept. */
  #creditCode(column: ImportColumn): string {
    const typed = this.text(column)
    if (typed === '') return ''
    const parsed = parseSocialCreditCode(typed)
    if (parsed.ok) return parsed.value
    this.note(column, parsed.code, { position: parsed.position, expected: parsed.expected }, 'warning')
    return typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '')
  }

  #region(column: ImportColumn): string {
    const typed = this.text(column)
    if (typed === '' || typed === ABROAD_REGION) return typed
    const parsed = parseRegionCode(typed)
    if (parsed.ok) return parsed.value
    this.note(column, parsed.code, { position: parsed.position, expected: parsed.expected })
    return ''
  }
}

const COLUMN_OF_PATH: Record<string, ImportColumn> = {
  contractAmountFen: 'contractAmount',
  technologyAmountFen: 'technologyAmount',
  currencyAmountCents: 'currencyAmount',
  addedInputFen: 'addedInput',
  addedOutputFen: 'addedOutput',
}

const columnOf = (path: string): ImportColumn => {
  const [head = path] = path.split('.')
  return COLUMN_OF_PATH[head] ?? (head as ImportColumn)
}

/** A party said to be abroad has no region at home; older sheets name no country of theirs. */
const countryProblems = (row: ImportRow) => [
  ...(row.sellerCountry === HOME_COUNTRY
    ? []
    : partyRegionProblems('sellerRegionCode', row.seller.regionCode, row.sellerCountry)),
  ...(row.buyerCountry === HOME_COUNTRY
    ? []
    : partyRegionProblems('buyerRegionCode', row.buyer.regionCode, row.buyerCountry)),
]

/** What the parts of a row say to one another. */
const rowProblems = (row: ImportRow, today: CalendarDate): ImportProblem[] => {
  const found = [
    ...amountProblems(row),
    ...dateProblems(row),
    ...countryProblems(row),
    ...supplementProblems(row, row.registeredOn),
  ]
  const problems = found.map(({ path, code, params }) => importProblem(columnOf(path), code, params))
  const regime = regimeFor(row.signedOn)
  if (!isTypeOfRegime(regime, row.type, row.subType)) {
    problems.push(importProblem('type', 'contract.type_not_in_regime', { regime: regime.key }))
  }
  if (row.registeredOn < row.signedOn)
    problems.push(importProblem('registeredOn', 'import.registered_before_signed'))
  if (row.registeredOn > today) problems.push(importProblem('registeredOn', 'import.registered_in_future'))
  if (row.status === 'cancelled' || row.status === 'revoked') {
    problems.push(importProblem('status', 'import.not_live', { status: row.status }))
  }
  if (row.seller.name === row.buyer.name) {
    problems.push(importProblem('buyerName', 'import.seller_is_buyer', {}, 'warning'))
  }
  return problems
}

/** One row as a contract, or why it cannot be one; `today` in Asia/Shanghai. */
export const readImportRow = (
  cells: ImportCells,
  today: CalendarDate,
): { row: ImportRow | null; problems: ImportProblem[] } => {
  const reader = new RowReader(cells)
  const signedOn = reader.date('signedOn') ?? ''
  const [seller, buyer] = [reader.party('seller'), reader.party('buyer')]
  const row: ImportRow = {
    number: reader.number(),
    title: reader.text('title'),
    type: reader.code('type', CONTRACT_TYPES) ?? 'FW',
    subType: reader.code('subType', CONTRACT_SUB_TYPES),
    seller,
    buyer,
    contractAmountFen: reader.amount('contractAmount'),
    technologyAmountFen: reader.amount('technologyAmount'),
    signedOn,
    effectiveOn: reader.date('effectiveOn') ?? signedOn,
    endsOn: reader.date('endsOn'),
    registeredOn: reader.date('registeredOn') ?? '',
    technicalField: reader.code('technicalField', TECHNICAL_FIELDS) ?? '11',
    planIndustry: reader.code('planIndustry', PLAN_INDUSTRIES) ?? 'other',
    ipKind: reader.code('ipKind', IP_KINDS) ?? 'none',
    planSource: reader.code('planSource', PLAN_SOURCES) ?? 'none',
    socioEconomicObjective: reader.code('socioEconomicObjective', SOCIO_ECONOMIC_OBJECTIVES),
    paymentMethod: reader.code('paymentMethod', PAYMENT_METHODS) ?? 'other',
    relatedParties: reader.yesOrNo('relatedParties'),
    status: reader.code('status', REGISTRATION_STATUS_NAMES) ?? 'valid',
    ...reader.supplement(seller, buyer),
  }
  const unreadable = reader.problems.some(({ severity }) => severity === 'error')
  const problems = [...reader.problems, ...(unreadable ? [] : rowProblems(row, today))]
  const wrong = problems.some(({ severity }) => severity === 'error')
  return { row: wrong ? null : row, problems }
}
