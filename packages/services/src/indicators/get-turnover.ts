import { addDays, addYears, refuse, refuseFields, yearOf } from '@market/domain'
import {
  breakdownOf,
  DEFAULT_SMALLEST_CELL,
  type TurnoverBreakdown,
  type TurnoverView,
} from '@market/domain/indicators'
import { authorize, may } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverAnswer } from './compute-turnover.ts'
import { readHome } from './read-turnover.ts'
import type { ReleasedState } from './releases/find-release.ts'
import { yearPeriod } from './turnover-period.ts'
import { turnoverReader } from './turnover-reader.ts'

export interface GetTurnoverInput {
  view?: TurnoverView | undefined
  by?: TurnoverBreakdown | undefined
  /** Business dates, both included; left out: this year in Asia/Shanghai. */
  from?: string | undefined
  to?: string | undefined
  asKnownAt?: Date | undefined
}

export interface TurnoverRecord extends TurnoverAnswer {
  view: TurnoverView
  by: TurnoverBreakdown
  regionCode: string
  asKnownAt: Date
  /** What the public reads; null for whoever reads the ledger. */
  released: ReleasedState | null
  /** Cells on fewer contracts are hidden; null for whoever reads every cell. */
  smallestCell: number | null
}

const LONGEST_YEARS = 60

/**
 * Turnover in a view, broken down, of any period: as known now or at any past instant, for the public as released. Refuses with
 * `turnover.period_not_public`, `turnover.breakdown_not_public`, `turnover.period_invalid`.
 */
export const getTurnover = async (
  context: ServiceContext,
  { view = 'registered', by = 'total', asKnownAt: instant, ...asked }: GetTurnoverInput,
): Promise<TurnoverRecord> => {
  const { db, actor, clock } = context
  authorize(actor, 'turnover.read')
  const open = may(actor, 'turnover.read_ledger')
  if (!open && !breakdownOf(by).public) throw refuse('forbidden', 'turnover.breakdown_not_public', { by })
  const now = clock.now()
  const reader = await turnoverReader(context, instant)
  const { today, asKnownAt = now, released } = reader
  const thisYear = yearPeriod(yearOf(today))
  const from = asked.from ?? (asked.to ? `${yearOf(asked.to)}-01-01` : thisYear.from)
  const to = asked.to ?? (asked.from ? `${yearOf(asked.from)}-12-31` : thisYear.to)
  if (to < from || addYears(from, LONGEST_YEARS) < addDays(to, 1)) {
    throw refuseFields('turnover.period_invalid', [{ path: 'to', code: 'period.invalid' }])
  }
  const [answer, regionCode] = await Promise.all([
    computeTurnover(db, { view, by, from, to, reader }),
    readHome(db),
  ])
  const smallestCell = open ? null : DEFAULT_SMALLEST_CELL
  return { ...answer, view, by, regionCode, asKnownAt, released, smallestCell }
}
