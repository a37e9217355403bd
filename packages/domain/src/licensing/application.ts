import type { LearnedFrom } from '../codes/index.ts'
import type { CalendarDate, FieldProblem } from '../index.ts'
import { coverageProblems } from './coverage.ts'

/** One step of an applicant's plan; `on` null where it names no day (Asia/Shanghai). */
export interface PlanMilestone {
  title: string
  on: CalendarDate | null
}

/** What an applicant says beyond scope and price, so that an owner can judge who would use the technology and how. */
export interface Application {
  /** Records of the listing's rights; none named: all of them. */
  rightIds: string[]
  /** As a grant names them (coverage.ts); none named: the words of the scope stand alone. */
  territoryCodes: string[]
  fieldCodes: string[]
  developmentPlan: string
  marketingPlan: string
  milestones: PlanMilestone[]
  /** People, plant, money and experience. */
  capacity: string
  learnedFrom: LearnedFrom | null
  learnedWords: string
}

export const MAX_PLAN_MILESTONES = 12
export const MAX_DEAL_FILES = 10

export const EMPTY_APPLICATION: Application = {
  rightIds: [],
  territoryCodes: [],
  fieldCodes: [],
  developmentPlan: '',
  marketingPlan: '',
  milestones: [],
  capacity: '',
  learnedFrom: null,
  learnedWords: '',
}

const milestoneProblems = (milestones: readonly PlanMilestone[]): FieldProblem[] =>
  milestones.flatMap(({ title }, index) =>
    title.trim() === '' ? [{ path: `milestones.${index}.title`, code: 'field.required' }] : [],
  )

/** What keeps an application from being sent for a listing with these rights; paths begin with 'application.'. */
export const applicationProblems = (
  application: Application,
  listedRightIds: readonly string[],
): FieldProblem[] => {
  const { rightIds, territoryCodes, fieldCodes, milestones, learnedFrom, learnedWords } = application
  const problems = [
    ...coverageProblems({ territory: '', territoryCodes, fieldCodes }),
    ...milestoneProblems(milestones),
  ]
  if (!rightIds.every((id) => listedRightIds.includes(id))) {
    problems.push({ path: 'rightIds', code: 'application.right_not_listed' })
  }
  if (learnedFrom === 'other' && learnedWords.trim() === '') {
    problems.push({ path: 'learnedWords', code: 'application.learned_words_required' })
  }
  return problems.map((problem) => ({ ...problem, path: `application.${problem.path}` }))
}

/** Parts an owner looks for and that were left empty, in the order of the form. */
export const missingParts = (application: Application): (keyof Application)[] => {
  const parts = ['developmentPlan', 'marketingPlan', 'milestones', 'capacity', 'learnedFrom'] as const
  return parts.filter((part) => !application[part]?.length)
}
