import { addDays, type CalendarDate } from '@market/domain'
import type { TransferMode } from '@market/domain/codes'
import { isLargeContract, regimeFor } from '@market/domain/regimes'
import type { DealStage, DemoDeal } from '../deals/index.ts'
import { onWorkday } from './calendar.ts'
import { fenOf } from './listing-steps.ts'

const SUBMITTED_DAYS_BEFORE = 8

/** The walk of a deal, each act with the days it happens before the registration. */
const ACTS = [
  ['request', 46],
  ['accept', 42],
  ['offer', 36],
  ['counter', 32],
  ['agree', 28],
  ['post_notice', 28],
  ['settle', 22],
  // A notice runs for fifteen days, and weekends move the signing forward by two.
  ['sign_first', 10],
  ['sign_second', 10],
  ['entrust', 10],
  ['file', 9],
  ['submit', SUBMITTED_DAYS_BEFORE],
  ['take_up', 5],
  ['send_to_review', 3],
  ['register', 0],
] as const
export type DealAct = (typeof ACTS)[number][0] | 'correct' | 'refuse'

const LAST_ACT: Readonly<Record<DealStage, (typeof ACTS)[number][0]>> = {
  contract_draft: 'post_notice',
  one_side_confirmed: 'sign_first',
  entrusted: 'entrust',
  registration_draft: 'file',
  submitted: 'submit',
  accepted: 'take_up',
  correction_requested: 'take_up',
  registration_refused: 'take_up',
  under_review: 'send_to_review',
  registered: 'register',
}

export interface PlannedAct {
  act: DealAct
  on: CalendarDate
}

const TERM_MONTHS: Readonly<Record<TransferMode, number | null>> = {
  assignment: null,
  equity_contribution: null,
  exclusive_licence: 60,
  sole_licence: 60,
  ordinary_licence: 60,
  open_licence: 36,
  commissioned_development: 24,
  joint_development: 24,
  technical_service: 12,
}

/** Months a deal runs; null for what changes hands for good. */
export const termOf = ({ mode, termMonths }: DemoDeal): number | null => termMonths ?? TERM_MONTHS[mode]

/** Every third deal is bargained over once more. */
const isBargained = (index: number): boolean => index % 3 === 0

/** By the rules on the day of application, which is the submission. */
const needsReview = ({ technologyWan }: DemoDeal, submittedOn: CalendarDate): boolean => {
  const regime = regimeFor(submittedOn)
  return regime.largeContracts.secondReview && isLargeContract(regime, fenOf(technologyWan))
}

/**
 * What happens in a deal and on which written days; the last act falls on the deal's last day. `realDay` tells the day
 * it is played on, whose rules decide whether a second person reviews it.
 */
export const planDeal = (
  deal: DemoDeal,
  index: number,
  realDay: (written: CalendarDate) => CalendarDate,
): PlannedAct[] => {
  const last = ACTS.findIndex(([act]) => act === LAST_ACT[deal.stage])
  const walked = ACTS.slice(0, last + 1)
  const rest = walked.at(-1)?.[1] ?? 0
  const dayOf = (daysBefore: number) => onWorkday(addDays(deal.lastOn, rest - daysBefore))
  const isPlayed = (act: DealAct): boolean => {
    if (act === 'counter') return isBargained(index)
    if (act !== 'send_to_review' || deal.stage === 'under_review') return true
    return needsReview(deal, realDay(dayOf(SUBMITTED_DAYS_BEFORE)))
  }
  const acts: PlannedAct[] = walked
    .filter(([act]) => isPlayed(act))
    .map(([act, daysBefore]) => ({ act, on: dayOf(daysBefore) }))
  if (deal.stage === 'correction_requested') acts.push({ act: 'correct', on: deal.lastOn })
  if (deal.stage === 'registration_refused') acts.push({ act: 'refuse', on: deal.lastOn })
  return acts
}
