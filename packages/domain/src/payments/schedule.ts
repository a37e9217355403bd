import { addDays, addMonths, type CalendarDate, type Fen, type FieldProblem, sumFen } from '../index.ts'
import type { Instalment, TermSheet, UseFirst } from '../licensing/index.ts'

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
  /** Where the fees are deferred: no part of the price may be due before this day. */
  feesFrom?: CalendarDate | undefined
}

export const MAX_LINES = 60

/** The part of a schedule that pays the price: a deposit only secures it. */
export const plannedFen = (lines: readonly Pick<ScheduleLine, 'kind' | 'amountFen'>[]): Fen =>
  sumFen(lines.filter(({ kind }) => kind !== 'deposit').map(({ amountFen }) => amountFen))

const lineProblems = (
  line: ScheduleLine,
  index: number,
  feesFrom: CalendarDate | undefined,
): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const at = (field: string) => `lines.${index}.${field}`
  if (!Number.isSafeInteger(line.amountFen) || line.amountFen <= 0) {
    problems.push({ path: at('amountFen'), code: 'money.must_be_positive' })
  }
  if (line.title.trim() === '') problems.push({ path: at('title'), code: 'field.required' })
  if (line.dueOn === null && line.kind === 'upfront') {
    problems.push({ path: at('dueOn'), code: 'payment.upfront_needs_date' })
  }
  if (feesFrom !== undefined && line.kind !== 'deposit' && line.dueOn !== null && line.dueOn < feesFrom) {
    problems.push({ path: at('dueOn'), code: 'payment.within_grace', params: { feesFrom } })
  }
  return problems
}

/** What keeps a schedule from being agreed: its price part makes up the contract amount, or with a royalty stays within. */
export const scheduleProblems = (
  lines: readonly ScheduleLine[],
  { contractAmountFen, royalty, feesFrom }: ScheduleFrame,
): FieldProblem[] => {
  const problems = lines.flatMap((line, index) => lineProblems(line, index, feesFrom))
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

/** The whole sum in equal parts once the grace period is over; what does not divide goes with the last one. */
const deferredLines = (
  { graceMonths, parts, everyMonths }: UseFirst,
  { contractAmountFen, effectiveOn }: ScheduleBasis,
): ScheduleLine[] => {
  const count = parts ?? 1
  const partFen = Math.floor(contractAmountFen / count)
  return Array.from({ length: count }, (_, index) => ({
    kind: 'instalment',
    title: `第${index + 1}期`,
    amountFen: index === count - 1 ? contractAmountFen - partFen * (count - 1) : partFen,
    dueOn: addMonths(effectiveOn, graceMonths + index * (everyMonths ?? 0)),
  }))
}

const payable = (lines: readonly ScheduleLine[]): ScheduleLine[] =>
  lines.filter(({ amountFen }) => amountFen > 0)

/**
 * The schedule that today's term sheet implies: the upfront sum some days after the contract takes effect, then the
 * instalments agreed on or, where none were, the rest when the seller calls for it; where a royalty runs, the rest is an estimate and follows from reports.
 * Deferred fees begin after the grace period: in parts, or with the reports.
 */
export const scheduleOfTerms = (
  terms: Pick<TermSheet, 'upfrontFen' | 'royaltyRatePercent' | 'instalments' | 'useFirst'>,
  basis: ScheduleBasis,
): ScheduleLine[] => {
  const { contractAmountFen, effectiveOn, upfrontDays } = basis
  if (terms.useFirst)
    return terms.royaltyRatePercent === null ? payable(deferredLines(terms.useFirst, basis)) : []
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
  return payable(lines)
}

export interface ScheduleBasis {
  contractAmountFen: Fen
  effectiveOn: CalendarDate
  upfrontDays: number
}
