import type { Locale } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { LISTING_IMPORT_FIELDS, LISTING_IMPORT_PROBLEMS } from '@market/domain/listings'
import { protectText } from '@market/domain/tables'
import type { ServiceContext } from '../../index.ts'
import { listListingImportProblems, type ReportedProblem } from './read-listing-imports.ts'

const PAGE = 1000

const WORDS = {
  'zh-CN': {
    head: ['行', '名称', '栏目', '问题', '原文', '建议', '程度', '处理'],
    whole: '整行',
    error: '错误',
    warning: '提醒',
    replace: '改为',
    clear: '留空',
    clearNumber: '留空，草稿里不保留这个号码',
    keep: '照样导入',
    open: '待定（不导入）',
    accepted: '已采纳',
    rejected: '不采纳（不导入）',
    none: '不导入',
    unreadable: {
      not_json: '不是完整的 JSON 对象',
      not_an_object: '不是 JSON 对象',
      other_sheet: '另一张工作表，没有读取；请另存为一个文件',
    },
  },
  en: {
    head: ['Row', 'Title', 'Field', 'Problem', 'Found', 'Suggested', 'Severity', 'Decision'],
    whole: 'Whole row',
    error: 'Error',
    warning: 'Notice',
    replace: 'Change to',
    clear: 'Leave empty',
    clearNumber: 'Leave empty; the draft will not keep this number',
    keep: 'Import all the same',
    open: 'Open (left out)',
    accepted: 'Accepted',
    rejected: 'Refused (left out)',
    none: 'Left out',
    unreadable: {
      not_json: 'No whole JSON object',
      not_an_object: 'No JSON object',
      other_sheet: 'Another sheet, not read; save it as a file of its own',
    },
  },
} as const

const decisionIn = ({ severity, repair, decision }: ReportedProblem, locale: Locale): string => {
  if (severity === 'warning') return ''
  return repair === null ? WORDS[locale].none : WORDS[locale][decision]
}

const foundIn = ({ params }: ReportedProblem, locale: Locale): string => {
  const found = String(params.found ?? (params.row === undefined ? '' : `#${params.row}`))
  const reasons: Readonly<Record<string, string>> = WORDS[locale].unreadable
  return [reasons[String(params.reason)], found].filter(Boolean).join(': ')
}

const lineOf = (problem: ReportedProblem, locale: Locale): string[] => {
  const words = WORDS[locale]
  const { row, through, title, field, code, repair, repairedTo, severity } = problem
  const name = LISTING_IMPORT_FIELDS.find(({ key }) => key === field)
  const repairing = repair && words[code === 'number.not_chinese' ? 'clearNumber' : repair]
  const suggested = [repairing, repairedTo].filter(Boolean).join(' ')
  return [
    through > row ? `${row}–${through}` : String(row),
    title,
    name ? (locale === 'en' ? name.en : name.zh) : words.whole,
    labelOf(LISTING_IMPORT_PROBLEMS, code, locale),
    foundIn(problem, locale),
    suggested,
    words[severity],
    decisionIn(problem, locale),
  ].map(protectText)
}

/** The whole report as the rows of a sheet, read as they are asked for. Refuses with `listing_import.not_found`. */
export async function* reportListingImport(context: ServiceContext, id: string): AsyncGenerator<string[]> {
  let cursor: string | undefined
  let head = true
  do {
    const page = await listListingImportProblems(context, { id, cursor, limit: PAGE })
    if (head) yield [...WORDS[context.locale].head]
    head = false
    for (const problem of page.items) yield lineOf(problem, context.locale)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}
