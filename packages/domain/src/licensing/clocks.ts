import { addDays, type CalendarDate, daysBetween, shanghaiDateOf } from '../index.ts'
import type { RequestState } from './states.ts'

/** Rules of this market, not of any law: how long a request may lie without anybody moving, in calendar days. */
export interface SilenceRule {
  /** The side whose turn it is is reminded after so many days without a step or a message. */
  remindAfter: readonly number[]
  lapseAfter: number
}

/** Before the first answer, and in talks. */
export const ANSWER_RULE: SilenceRule = { remindAfter: [7, 23], lapseAfter: 30 }
export const TALKS_RULE: SilenceRule = { remindAfter: [30, 80], lapseAfter: 90 }

/** The rule a state is under; null where nothing is awaited, or the contract has its own clocks. */
export const silenceRuleOf = (state: RequestState): SilenceRule | null => {
  if (state === 'submitted') return ANSWER_RULE
  return state === 'accepted' || state === 'negotiating' ? TALKS_RULE : null
}

/** The day (Asia/Shanghai) from which on a request that nobody moves is over; null where it cannot lapse. */
export const lapseDayOf = (state: RequestState, movedAt: Date): CalendarDate | null => {
  const rule = silenceRuleOf(state)
  return rule && addDays(shanghaiDateOf(movedAt), rule.lapseAfter)
}

export interface Silence {
  state: RequestState
  /** The last step or message. */
  movedAt: Date
  remindedAt: Date | null
}

/** What silence calls for today: the request is over, a reminder is due, or nothing. */
export const silenceCallsFor = (
  { state, movedAt, remindedAt }: Silence,
  today: CalendarDate,
): 'lapse' | 'remind' | null => {
  const rule = silenceRuleOf(state)
  if (!rule) return null
  const since = shanghaiDateOf(movedAt)
  const age = daysBetween(since, today)
  if (age >= rule.lapseAfter) return 'lapse'
  const due = (on: CalendarDate) => rule.remindAfter.filter((days) => daysBetween(since, on) >= days).length
  // A reminder from before the last move counts no more.
  const told = remindedAt !== null && remindedAt > movedAt ? due(shanghaiDateOf(remindedAt)) : 0
  return due(today) > told ? 'remind' : null
}

/** Why a request ended by itself: nobody moved in time, or its rights went to somebody else. */
export const LAPSE_REASONS = ['silence', 'transferred'] as const
export type LapseReason = (typeof LAPSE_REASONS)[number]
