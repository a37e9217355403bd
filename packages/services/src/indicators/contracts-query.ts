import type { TurnoverBreakdown, TurnoverView } from '@market/domain/indicators'
import type { Period } from './turnover-period.ts'

export interface ContractsQuery extends Period {
  view: TurnoverView
  by: TurnoverBreakdown
  /** Left out: every code. */
  code?: string | undefined
  asKnownAt?: Date | undefined
}

const PERIODS: readonly TurnoverBreakdown[] = ['total', 'year', 'quarter', 'month']
/** What the public reads of each contract anyway. */
const PUBLIC_COLUMNS: readonly TurnoverBreakdown[] = [...PERIODS, 'type', 'field', 'planIndustry']

const wholeYear = ({ from, to }: Period): string | null =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)
    ? from.slice(0, 4)
    : null

/** Whether the contracts behind a figure can be listed without telling more of each than its public columns. */
export const opensPublicly = ({ view, by }: Pick<ContractsQuery, 'view' | 'by'>): boolean =>
  view === 'registered' && PUBLIC_COLUMNS.includes(by)

/** The query that lists the contracts a figure is made of; the same on the wire and in a page's address. */
export const contractsQueryOf = ({ view, by, code, asKnownAt, ...period }: ContractsQuery): string => {
  const year = wholeYear(period)
  const query = new URLSearchParams(year === null ? { ...period } : { year })
  if (view !== 'registered') query.set('view', view)
  const dimension = PERIODS.includes(by) ? undefined : code
  if (dimension !== undefined && opensPublicly({ view: 'registered', by })) query.set(by, dimension)
  else if (dimension !== undefined) {
    query.set('by', by)
    query.set('code', dimension)
  }
  if (asKnownAt) query.set('asKnownAt', asKnownAt.toISOString())
  return query.toString()
}
