import type { CodeList, CodeOf } from '../../codes/index.ts'
import type { ListingImportField } from './fields.ts'

/** What can be wrong with a row, by kind; people accept or refuse the repair of a whole kind at once. */
export const LISTING_IMPORT_PROBLEMS = [
  { code: 'row.empty', zh: '空行', en: 'Empty row' },
  { code: 'row.unreadable', zh: '读不懂的行', en: 'Unreadable row' },
  { code: 'row.refused', zh: '不能成为草稿', en: 'Cannot become a draft' },
  { code: 'title.missing', zh: '缺少名称', en: 'No title' },
  { code: 'cell.full_width', zh: '全角字符', en: 'Full-width characters' },
  { code: 'cell.formula_error', zh: '公式出错的单元格', en: 'Cell with a formula that failed' },
  { code: 'cell.formula_unsaved', zh: '公式没有保存结果', en: 'Formula saved without its result' },
  { code: 'number.other_form', zh: '号码写法不一', en: 'Number written another way' },
  { code: 'number.check_digit_missing', zh: '缺少校验位', en: 'Check digit missing' },
  { code: 'number.wrong_check_digit', zh: '校验位不对', en: 'Wrong check digit' },
  { code: 'number.not_chinese', zh: '不是中国专利号', en: 'Not a Chinese patent number' },
  {
    code: 'number.is_publication',
    zh: '这是公开号，已记为公开（公告）号',
    en: 'A publication number, kept as such',
  },
  {
    code: 'number.lost_digits',
    zh: '号码被表格改成了数字',
    en: 'Number turned into a figure by the spreadsheet',
  },
  { code: 'number.kind_mismatch', zh: '号码与类型不符', en: 'Number is of another kind' },
  { code: 'publication.unreadable', zh: '公开号读不懂', en: 'Unreadable publication number' },
  { code: 'date.other_form', zh: '日期写法混用', en: 'Mixed forms of dates' },
  { code: 'date.order_unclear', zh: '日月顺序不明', en: 'Day and month may be swapped' },
  { code: 'date.as_serial', zh: '日期成了序号', en: 'Date kept as a serial number' },
  { code: 'date.invalid', zh: '不是日期', en: 'Not a date' },
  { code: 'date.future', zh: '日期在将来', en: 'Date in the future' },
  { code: 'date.out_of_order', zh: '早于申请日', en: 'Before the filing date' },
  { code: 'date.after_number', zh: '申请日晚于号码的年份', en: 'Filed after the year of its number' },
  { code: 'text.too_long', zh: '文字过长', en: 'Text too long' },
  { code: 'text.not_storable', zh: '含不可见字符', en: 'Hidden characters' },
  { code: 'list.too_many', zh: '项目过多', en: 'Too many items' },
  { code: 'code.unknown', zh: '不认识的取值', en: 'Unknown value' },
  { code: 'ipc.invalid', zh: '分类号不对', en: 'Wrong classification' },
  { code: 'industry.invalid', zh: '行业代码不对', en: 'Wrong industry code' },
  { code: 'region.invalid', zh: '区划代码不对', en: 'Wrong region code' },
  { code: 'money.invalid', zh: '不是金额', en: 'Not an amount' },
  { code: 'price.reversed', zh: '价格上下限颠倒', en: 'Price range reversed' },
  { code: 'same.in_file', zh: '文件内重复', en: 'Repeated in the file' },
  { code: 'same.own_listing', zh: '本机构已有', en: 'Already yours in the market' },
  { code: 'same.other_owner', zh: '其他机构已挂牌', en: 'Listed by another organization' },
] as const satisfies CodeList
export type ListingImportProblemCode = CodeOf<typeof LISTING_IMPORT_PROBLEMS>

/** 'replace' by a value, 'clear' the cell, or 'keep' the row as it is. */
export const REPAIR_KINDS = ['replace', 'clear', 'keep'] as const
export type RepairKind = (typeof REPAIR_KINDS)[number]
/** 'accepted' from the start where nothing can be lost; the rest waits for a person. */
export const REPAIR_DECISIONS = ['open', 'accepted', 'rejected'] as const
export type RepairDecision = (typeof REPAIR_DECISIONS)[number]

export interface ListingImportProblem {
  /** Null when the whole row is meant. */
  field: ListingImportField | null
  /** An error keeps the row out unless its repair is accepted; a warning is for a person to know. */
  severity: 'error' | 'warning'
  code: ListingImportProblemCode
  params: Record<string, unknown>
  repair: RepairKind | null
  /** What 'replace' puts there. */
  repairedTo: string | null
  decision: RepairDecision
}

type Repair = { to: string; safe?: boolean } | 'clear' | 'keep' | null

/** A problem that keeps the row out until its repair is accepted; a `safe` repair is, unless somebody refuses it. */
export const importError = (
  field: ListingImportField | null,
  code: ListingImportProblemCode,
  repair: Repair = null,
  params: Record<string, unknown> = {},
): ListingImportProblem => {
  const replaces = repair !== null && typeof repair === 'object'
  return {
    field,
    severity: 'error',
    code,
    params,
    repair: replaces ? 'replace' : repair,
    repairedTo: replaces ? repair.to : null,
    decision: replaces && repair.safe === true ? 'accepted' : 'open',
  }
}

export const importWarning = (
  field: ListingImportField | null,
  code: ListingImportProblemCode,
  params: Record<string, unknown> = {},
): ListingImportProblem => ({
  field,
  severity: 'warning',
  code,
  params,
  repair: null,
  repairedTo: null,
  decision: 'open',
})

/** Whether the row stays out as things stand. */
export const isBlocking = ({
  severity,
  decision,
}: Pick<ListingImportProblem, 'severity' | 'decision'>): boolean =>
  severity === 'error' && decision !== 'accepted'
