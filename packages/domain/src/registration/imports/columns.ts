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
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '../../regimes/index.ts'
import { comparableLabel, type TableCell } from '../../tables/index.ts'

interface Column {
  key: string
  zh: string
  en: string
  required: boolean
  /** Values the column takes: the code, or its name in either language. */
  codes?: CodeList
}

const text = <Key extends string>(key: Key, zh: string, en: string) => ({ key, zh, en, required: false })
const must = <Key extends string>(key: Key, zh: string, en: string) => ({ key, zh, en, required: true })

/** What the national form asks of a party beside name, kind and place. */
const profileOf = <Side extends 'seller' | 'buyer'>(
  side: Side,
  zh: '卖方' | '买方',
  en: 'Seller' | 'Buyer',
) =>
  [
    { ...text(`${side}Country` as const, `${zh}国别`, `${en} country`), codes: COUNTRIES },
    text(`${side}IndustryClass` as const, `${zh}国民经济行业代码`, `${en} industry (GB/T 4754)`),
    text(`${side}Traits` as const, `${zh}机构特征`, `${en} traits`),
    { ...text(`${side}Scale` as const, `${zh}企业规模`, `${en} scale`), codes: ENTERPRISE_SCALES },
    text(`${side}Address` as const, `${zh}地址`, `${en} address`),
    text(`${side}Postcode` as const, `${zh}邮政编码`, `${en} postcode`),
    text(`${side}Representative` as const, `${zh}法定代表人`, `${en} representative`),
    text(`${side}Contact` as const, `${zh}联系人`, `${en} contact`),
    text(`${side}Phone` as const, `${zh}联系电话`, `${en} telephone`),
  ] as const

/** Columns of import and export, in the order of the sheet: the whole form. Amounts are in yuan. */
export const IMPORT_COLUMNS = [
  must('number', '登记编号', 'Registration number'),
  must('title', '项目名称', 'Title'),
  { ...must('type', '合同类型', 'Contract type'), codes: CONTRACT_TYPES },
  { ...text('subType', '合同子类型', 'Contract sub-type'), codes: CONTRACT_SUB_TYPES },
  must('sellerName', '卖方名称', 'Seller'),
  text('sellerCreditCode', '卖方统一社会信用代码', 'Seller credit code'),
  { ...must('sellerKind', '卖方性质', 'Seller kind'), codes: PARTY_KINDS },
  must('sellerRegionCode', '卖方行政区划代码', 'Seller region code'),
  must('buyerName', '买方名称', 'Buyer'),
  text('buyerCreditCode', '买方统一社会信用代码', 'Buyer credit code'),
  { ...must('buyerKind', '买方性质', 'Buyer kind'), codes: PARTY_KINDS },
  must('buyerRegionCode', '买方行政区划代码', 'Buyer region code'),
  must('contractAmount', '合同成交额（元）', 'Contract amount (yuan)'),
  must('technologyAmount', '技术交易额（元）', 'Technology amount (yuan)'),
  must('signedOn', '签订日期', 'Signed on'),
  text('effectiveOn', '生效日期', 'Effective on'),
  text('endsOn', '终止日期', 'Ends on'),
  must('registeredOn', '登记日期', 'Registered on'),
  { ...must('technicalField', '技术领域', 'Technical field'), codes: TECHNICAL_FIELDS },
  { ...text('planIndustry', '规划产业', 'Plan industry'), codes: PLAN_INDUSTRIES },
  { ...must('ipKind', '知识产权类别', 'Intellectual property'), codes: IP_KINDS },
  { ...text('planSource', '计划来源', 'Plan source'), codes: PLAN_SOURCES },
  {
    ...text('socioEconomicObjective', '社会经济目标', 'Socio-economic objective'),
    codes: SOCIO_ECONOMIC_OBJECTIVES,
  },
  { ...text('paymentMethod', '付款方式', 'Payment method'), codes: PAYMENT_METHODS },
  text('relatedParties', '关联交易', 'Related parties'),
  { ...text('status', '登记状态', 'Status'), codes: REGISTRATION_STATUS_NAMES },
  text('industryClass', '应用行业代码', 'Industry of use (GB/T 4754)'),
  { ...text('currency', '币种', 'Currency'), codes: CURRENCIES },
  text('currencyAmount', '原币金额', 'Amount in its currency'),
  text('exchangeRate', '汇率', 'Exchange rate (yuan)'),
  text('exchangeRateOn', '汇率日期', 'Rate of'),
  text('nonTechnicalItems', '非技术性费用明细', 'Non-technical items'),
  text('carrierSets', '载体套数', 'Sets of carriers'),
  text('addedInput', '预计新增投入（元）', 'Expected added input (yuan)'),
  text('addedOutput', '预计新增产值（元）', 'Expected added output (yuan)'),
  ...profileOf('seller', '卖方', 'Seller'),
  ...profileOf('buyer', '买方', 'Buyer'),
] as const satisfies readonly Column[]
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]['key']

export type ImportCells = Partial<Record<ImportColumn, TableCell>>

const COLUMN_BY_LABEL = new Map(
  IMPORT_COLUMNS.flatMap(({ key, zh, en }) =>
    [key, zh, en].map((label): [string, ImportColumn] => [comparableLabel(label), key]),
  ),
)

export interface ImportHeader {
  /** Column of each position; null where the sheet has one we do not know. */
  positions: (ImportColumn | null)[]
  unknown: string[]
  missing: ImportColumn[]
  twice: ImportColumn[]
}

/** Reads the head of a sheet: columns in any order, named in Chinese, English or by key. */
export const readImportHeader = (cells: readonly TableCell[]): ImportHeader => {
  const labels = cells.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')))
  const positions = labels.map((label) => COLUMN_BY_LABEL.get(comparableLabel(label)) ?? null)
  const found = positions.filter((column) => column !== null)
  return {
    positions,
    unknown: labels.filter((label, index) => label.trim() !== '' && positions[index] === null),
    missing: IMPORT_COLUMNS.filter(({ key, required }) => required && !found.includes(key)).map(
      ({ key }) => key,
    ),
    twice: [...new Set(found.filter((column, index) => found.indexOf(column) !== index))],
  }
}
