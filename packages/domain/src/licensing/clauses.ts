import { type CodeOf, isCodeOf } from '../codes/index.ts'
import type { CalendarDate, Fen, FieldProblem } from '../index.ts'
import type { UseFirst } from './use-first.ts'

/** Who may pass the licence on; unsaid, nobody may (Civil Code 867). */
export const SUBLICENCES = [
  { code: 'none', zh: '不得分许可', en: 'No sub-licence' },
  { code: 'with_consent', zh: '经许可方书面同意', en: 'With the licensor’s written consent' },
  { code: 'free', zh: '可以分许可，事后告知', en: 'Allowed, told afterwards' },
] as const

/** What the royalty is counted on (Civil Code 846). */
export const ROYALTY_BASES = [
  { code: 'net_sales', zh: '净销售额', en: 'Net sales' },
  { code: 'product_price', zh: '产品价格', en: 'Price of the product' },
  { code: 'added_output', zh: '新增产值', en: 'Added output value' },
  { code: 'profit', zh: '利润', en: 'Profit' },
] as const

/**
 * Whose later improvements are; unsaid, each side's are its own (Civil Code 875). A duty to hand improvements over for
 * nothing restricts technical progress (850) and cannot be chosen.
 */
export const IMPROVEMENT_RULES = [
  { code: 'each_own', zh: '各自改进，归各自所有', en: 'Each side owns what it improves' },
  {
    code: 'licence_back',
    zh: '归改进方，对方可有偿使用',
    en: 'The improver owns it; the other may use it for a fee',
  },
  { code: 'joint', zh: '双方共有', en: 'Owned by both' },
] as const

/**
 * Whose the results of work done under the contract are; unsaid, as the law has it for its type (Civil Code 859, 860,
 * 861, 885).
 */
export const RESULT_OWNERS = [
  { code: 'buyer', zh: '归委托方（甲方）', en: 'The client’s' },
  { code: 'shared', zh: '双方共有', en: 'Owned by both' },
  { code: 'seller', zh: '归完成方（乙方），甲方可以实施', en: 'The maker’s; the client may use them' },
] as const

export const AUDIT_RULES = [
  { code: 'none', zh: '不查账', en: 'No audit' },
  { code: 'yearly', zh: '每年可查账一次', en: 'Books may be audited once a year' },
  { code: 'on_doubt', zh: '有合理疑问时可查账', en: 'Books may be audited on reasonable doubt' },
] as const

export const REPORT_RULES = [
  { code: 'none', zh: '不报告', en: 'No reports' },
  { code: 'quarterly', zh: '每季度报告', en: 'Every quarter' },
  { code: 'half_yearly', zh: '每半年报告', en: 'Every half-year' },
  { code: 'yearly', zh: '每年报告', en: 'Every year' },
] as const

/** A part of the price after the upfront sum; `on` null: when what its title says is reached. */
export interface Instalment {
  title: string
  amountFen: Fen
  on: CalendarDate | null
}

/** From this much of the base a year on (fen), another rate. */
export interface RoyaltyStep {
  fromFen: Fen
  ratePercent: number
}

/** What a term sheet says beyond scope and price; left out where nothing was agreed. */
export interface TermClauses {
  sublicence?: CodeOf<typeof SUBLICENCES> | undefined
  instalments?: Instalment[] | undefined
  /** No fee for the first months; stands instead of upfront sum and instalments. */
  useFirst?: UseFirst | undefined
  royaltyBase?: CodeOf<typeof ROYALTY_BASES> | undefined
  /** At least so much royalty a year. */
  minimumRoyaltyFen?: Fen | undefined
  royaltySteps?: RoyaltyStep[] | undefined
  /** Share of the company the technology is brought into, two decimals. */
  equityPercent?: number | undefined
  /** Days of training and on-site help. */
  knowHowDays?: number | undefined
  improvements?: CodeOf<typeof IMPROVEMENT_RULES> | undefined
  resultOwner?: CodeOf<typeof RESULT_OWNERS> | undefined
  audit?: CodeOf<typeof AUDIT_RULES> | undefined
  reports?: CodeOf<typeof REPORT_RULES> | undefined
  /** Days of notice before either side may end it. */
  terminationDays?: number | undefined
  terminationWords?: string | undefined
}

export const MAX_INSTALMENTS = 12
export const MAX_ROYALTY_STEPS = 5
const MAX_DAYS = 1000

interface Priced extends TermClauses {
  upfrontFen: Fen
  royaltyRatePercent: number | null
  totalFen: Fen
}

/** A percentage above 0 with at most two decimals. */
export const isPercent = (value: number): boolean =>
  value > 0 && value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9

const isAmount = (fen: Fen): boolean => Number.isSafeInteger(fen) && fen > 0

const instalmentProblems = (terms: Priced): FieldProblem[] => {
  const instalments = terms.instalments ?? []
  if (instalments.length === 0) return []
  const problems = instalments.flatMap(({ title, amountFen }, index) => [
    ...(isAmount(amountFen)
      ? []
      : [{ path: `instalments.${index}.amountFen`, code: 'money.must_be_positive' }]),
    ...(title.trim() === '' ? [{ path: `instalments.${index}.title`, code: 'field.required' }] : []),
  ])
  const plannedFen = instalments.reduce((sum, { amountFen }) => sum + amountFen, terms.upfrontFen)
  const params = { plannedFen, totalFen: terms.totalFen }
  // With a royalty the total holds an estimate, and the fixed part may stay below it.
  const differs =
    terms.royaltyRatePercent === null ? plannedFen !== terms.totalFen : plannedFen > terms.totalFen
  return differs ? [...problems, { path: 'instalments', code: 'terms.instalments_differ', params }] : problems
}

const royaltyProblems = (terms: Priced): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const steps = terms.royaltySteps ?? []
  const { royaltyRatePercent: rate, minimumRoyaltyFen: minimum } = terms
  if (rate === null) {
    if (minimum !== undefined) problems.push({ path: 'minimumRoyaltyFen', code: 'terms.needs_royalty' })
    if (steps.length > 0) problems.push({ path: 'royaltySteps', code: 'terms.needs_royalty' })
  }
  if (minimum !== undefined && !isAmount(minimum)) {
    problems.push({ path: 'minimumRoyaltyFen', code: 'money.must_be_positive' })
  }
  steps.forEach(({ fromFen, ratePercent }, index) => {
    const before = steps[index - 1]?.fromFen ?? 0
    if (!isAmount(fromFen) || fromFen <= before) {
      problems.push({ path: `royaltySteps.${index}.fromFen`, code: 'terms.steps_not_rising' })
    }
    if (!isPercent(ratePercent)) {
      const params = { max: 100 }
      problems.push({
        path: `royaltySteps.${index}.ratePercent`,
        code: 'terms.royalty_out_of_range',
        params,
      })
    }
  })
  return problems
}

const CODES = {
  sublicence: SUBLICENCES,
  royaltyBase: ROYALTY_BASES,
  improvements: IMPROVEMENT_RULES,
  resultOwner: RESULT_OWNERS,
  audit: AUDIT_RULES,
  reports: REPORT_RULES,
} as const

/** What is wrong in the clauses beyond scope and price. */
export const clauseProblems = (terms: Priced): FieldProblem[] => {
  const problems = [...instalmentProblems(terms), ...royaltyProblems(terms)]
  for (const [path, codes] of Object.entries(CODES)) {
    const code = terms[path as keyof typeof CODES]
    if (code !== undefined && !isCodeOf(codes, code)) problems.push({ path, code: 'field.invalid_value' })
  }
  if (terms.equityPercent !== undefined && !isPercent(terms.equityPercent)) {
    problems.push({ path: 'equityPercent', code: 'terms.equity_out_of_range' })
  }
  for (const path of ['knowHowDays', 'terminationDays'] as const) {
    const days = terms[path]
    if (days !== undefined && !(Number.isInteger(days) && days >= 0 && days <= MAX_DAYS)) {
      problems.push({ path, code: 'terms.days_out_of_range', params: { max: MAX_DAYS } })
    }
  }
  return problems
}
