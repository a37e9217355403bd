import type { BudgetMode, CooperationMode, IpWish, NeedType } from '../codes/index.ts'
import { classAndRegionProblems } from '../identifiers/index.ts'
import {
  addYears,
  type CalendarDate,
  type Fen,
  type FieldProblem,
  isBlank,
  missingTexts,
  required,
} from '../index.ts'

export interface IndicatorFacts {
  nameZh: string
  nameEn: string
  unit: string
  present: string
  target: string
}

/** What a company has written of its need so far; a draft may lack anything. */
export interface NeedFacts {
  titleZh: string
  titleEn: string
  problemZh: string
  problemEn: string
  goalZh: string
  goalEn: string
  indicators: readonly IndicatorFacts[]
  deadlineOn: CalendarDate | null
  type: NeedType | null
  cooperationModes: readonly CooperationMode[]
  ipWish: IpWish | null
  budgetMode: BudgetMode | null
  budgetMinFen: Fen | null
  budgetMaxFen: Fen | null
  solverShareFen: Fen | null
  necessityZh: string
  necessityEn: string
  technicalField: string | null
  planIndustry: string | null
  industryClass: string | null
  ipcSymbols: readonly string[]
  regionCode: string
  visibility: string
  invitedIds: readonly string[]
  contactName: string
}

/** A need usually names a time limit of no more than three years (as city calls for needs ask). */
export const USUAL_LIMIT_YEARS = 3

/** A deadline later than usual is allowed, but worth a hint. */
export const isLongDeadline = (deadlineOn: CalendarDate, today: CalendarDate): boolean =>
  deadlineOn > addYears(today, USUAL_LIMIT_YEARS)

const BOTH_LANGUAGES = ['titleZh', 'titleEn'] as const
const EITHER_LANGUAGE = [
  ['problemZh', 'problemEn'],
  ['goalZh', 'goalEn'],
  ['necessityZh', 'necessityEn'],
] as const
const CHOICES = ['type', 'ipWish', 'budgetMode', 'technicalField', 'planIndustry', 'deadlineOn'] as const

const indicatorProblems = (indicators: readonly IndicatorFacts[]): FieldProblem[] => {
  if (indicators.length === 0) return [{ path: 'indicators', code: 'need.indicator_required' }]
  return indicators.flatMap(({ nameZh, nameEn, target }, index) => [
    ...(isBlank(nameZh) && isBlank(nameEn) ? [required(`indicators.${index}.nameZh`)] : []),
    ...(isBlank(target) ? [required(`indicators.${index}.target`)] : []),
  ])
}

/** Codes and sums that are written but wrong; asked of drafts too, so that a slip is caught while typing. */
export const needSlips = (
  content: Pick<
    NeedFacts,
    'ipcSymbols' | 'industryClass' | 'regionCode' | 'budgetMinFen' | 'budgetMaxFen' | 'solverShareFen'
  >,
): FieldProblem[] => {
  const { budgetMinFen, budgetMaxFen, solverShareFen } = content
  const problems = classAndRegionProblems(content)
  if (budgetMinFen !== null && budgetMaxFen !== null && budgetMaxFen < budgetMinFen) {
    problems.push({ path: 'budgetMaxFen', code: 'need.budget_range_empty' })
  }
  if (solverShareFen !== null && budgetMaxFen !== null && solverShareFen > budgetMaxFen) {
    problems.push({ path: 'solverShareFen', code: 'need.share_over_budget' })
  }
  return problems
}

/** Everything that keeps a need from being submitted on this day; empty when it is complete. */
export const needProblems = (content: NeedFacts, today: CalendarDate): FieldProblem[] => [
  ...missingTexts(content, BOTH_LANGUAGES, EITHER_LANGUAGE),
  ...CHOICES.filter((field) => content[field] === null).map(required),
  ...(content.cooperationModes.length === 0 ? [required('cooperationModes')] : []),
  ...(content.budgetMode === 'range' && content.budgetMaxFen === null ? [required('budgetMaxFen')] : []),
  ...(content.visibility === 'invited' && content.invitedIds.length === 0 ? [required('invitedIds')] : []),
  ...(isBlank(content.contactName) ? [required('contactName')] : []),
  ...(content.deadlineOn !== null && content.deadlineOn <= today
    ? [{ path: 'deadlineOn', code: 'need.deadline_past' }]
    : []),
  ...indicatorProblems(content.indicators),
  ...needSlips(content),
]
