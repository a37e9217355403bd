import { createHash } from 'node:crypto'
import type { Database } from '@market/database'
import {
  breakdownOf,
  type ClosedPeriod,
  canonicalText,
  type FrozenFigure,
  type FrozenTable,
  TURNOVER_BREAKDOWNS,
  TURNOVER_DEFINITION,
  TURNOVER_VIEWS,
  type TurnoverBreakdown,
} from '@market/domain/indicators'
import { computeTurnover } from './compute-turnover.ts'
import { isByTime } from './releases/open-release.ts'
import type { Period } from './turnover-period.ts'
import type { TurnoverReader } from './turnover-reader.ts'

const frozen = ({ contractCount, contractAmountFen, technologyAmountFen }: FrozenFigure): FrozenFigure => ({
  contractCount,
  contractAmountFen,
  technologyAmountFen,
})

/** The public reads months and quarters by time alone. */
const isReleased = (by: TurnoverBreakdown, { from, to }: Period): boolean =>
  breakdownOf(by).public && (isByTime(by) || from.slice(5) + to.slice(5) === '01-0112-31')

/** Every view and breakdown of a period as somebody reads it, without the codes nothing stands under. */
export const freezeFigures = async (
  db: Database,
  { from, to }: ClosedPeriod,
  reader: TurnoverReader,
): Promise<FrozenTable[]> => {
  const tables: FrozenTable[] = []
  for (const { code: view } of TURNOVER_VIEWS) {
    for (const { code: by } of TURNOVER_BREAKDOWNS) {
      if (by === 'total' || (!reader.open && !isReleased(by, { from, to }))) continue
      const asked = { view, by, from, to, reader }
      const { total, items } = await computeTurnover(db, asked)
      const kept = items.filter(({ contractCount }) => contractCount !== 0)
      tables.push({
        view,
        by,
        total: frozen(total),
        items: kept.map(({ code, ...figure }) => ({ code, ...frozen(figure) })),
      })
    }
  }
  return tables
}

export interface HashedPublication extends ClosedPeriod {
  publishedAt: Date
  figures: FrozenTable[]
}

/** SHA-256 over the canonical JSON of { definitionEn, definitionZh, figures, from, period, publishedAt, to }. */
export const hashPublication = ({ period, from, to, publishedAt, figures }: HashedPublication): string => {
  const { zh: definitionZh, en: definitionEn } = TURNOVER_DEFINITION
  const published = {
    period,
    from,
    to,
    publishedAt: publishedAt.toISOString(),
    definitionZh,
    definitionEn,
    figures,
  }
  return createHash('sha256').update(canonicalText(published)).digest('hex')
}
