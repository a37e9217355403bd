import { addDays, type CalendarDate, type Fen, type FieldProblem, sumFen } from '../index.ts'
import type { Instalment, TermSheet } from '../licensing/index.ts'

/** Kinds the parties plan; a royalty follows from a report later on. */
export const PLANNED_KINDS = ['upfront', 'instalment', 'milestone', 'deposit'] as const
export type PlannedKind = (typeof PLANNED_KINDS)[number]

/** One amount the buyer will owe. `dueOn` null: not until the milestone is reached or the seller calls for it. */
export interface ScheduleLine {
  kind: PlannedKind
  title: string
  amountFen: Fen
  dueOn: CalendarDate | null
}

/** What a schedule has to fit. */
export interface ScheduleFrame {
  contractAmountFen: Fen
  /** The contract amount then contains an estimate, and the planned part may stay below it. */
  royalty: boolean
}

export const MAX_LINES = 60

/** The part of a schedule that pays the price: a deposit only secures it. */
export const plannedFen = (lines: readonly Pick<ScheduleLine, 'kind' | 'amountFen'>[]): Fen =>
  sumFen(lines.filter(({ kind }) => kind !== 'deposit').map(({ amountFen }) => amountFen))

const lineProblems = (line: ScheduleLine, index: number): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const at = (field: string) => `lines.${index}.${field}`
  if (!Number.isSafeInteger(line.amountFen) || line.amountFen <= 0) {
    problems.push({ path: at('amountFen'), code: 'money.must_be_positive' })
  }
  if (line.title.trim() === '') problems.push({ path: at('title'), code: 'field.required' })
  if (line.dueOn === null && line.kind === 'upfront') {
    problems.push({ path: at('dueOn'), code: 'payment.upfront_needs_date' })
  }
  return problems
}

/** What keeps a schedule from being agreed: its price part makes up the contract amount, or with a royalty stays within. */
export const scheduleProblems = (
  lines: readonly ScheduleLine[],
  { contractAmountFen, royalty }: ScheduleFrame,
): FieldProblem[] => {
  const problems = lines.flatMap(lineProblems)
  const sum = plannedFen(lines)
  const params = { plannedFen: sum, contractAmountFen }
  if (sum > contractAmountFen) problems.push({ path: 'lines', code: 'payment.over_contract_amount', params })
  if (sum < contractAmountFen && !royalty) {
    problems.push({ path: 'lines', code: 'payment.below_contract_amount', params })
  }
  return problems
}

const LINE_TITLES = { upfront: '首付款', rest: '余款' } as const

/** The instalments of the term sheet, as long as they still fit the contract amount: it may have been changed since. */
const agreedLines = (
  instalments: readonly Instalment[],
  openFen: Fen,
  restFen: Fen,
): ScheduleLine[] | null => {
  const plannedFen = sumFen(instalments.map(({ amountFen }) => amountFen))
  if (instalments.length === 0 || plannedFen > openFen || plannedFen < restFen) return null
  return instalments.map(({ title, amountFen, on }) => ({
    kind: on === null ? 'milestone' : 'instalment',
    title,
    amountFen,
    dueOn: on,
  }))
}

/**
 * The schedule that today's term sheet implies: the upfront sum some days after the contract takes effect, then the
 * instalments agreed on or, where none were, the rest when the seller calls for it; where a royalty runs, the rest is an estimate and follows from reports.
 */
export const scheduleOfTerms = (
  terms: Pick<TermSheet, 'upfrontFen' | 'royaltyRatePercent' | 'instalments'>,
  { contractAmountFen, effectiveOn, upfrontDays }: ScheduleBasis,
): ScheduleLine[] => {
  const upfrontFen = Math.min(terms.upfrontFen, contractAmountFen)
  const restFen = terms.royaltyRatePercent === null ? contractAmountFen - upfrontFen : 0
  const agreed = agreedLines(terms.instalments ?? [], contractAmountFen - upfrontFen, restFen)
  const lines: ScheduleLine[] = [
    {
      kind: 'upfront',
      title: LINE_TITLES.upfront,
      amountFen: upfrontFen,
      dueOn: addDays(effectiveOn, upfrontDays),
    },
    ...(agreed ?? [
      { kind: 'instalment', title: LINE_TITLES.rest, amountFen: restFen, dueOn: null } as const,
    ]),
  ]
  return lines.filter(({ amountFen }) => amountFen > 0)
}

export interface ScheduleBasis {
  contractAmountFen: Fen
  effectiveOn: CalendarDate
  upfrontDays: number
}
