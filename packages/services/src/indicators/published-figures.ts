import { createHash } from 'node:crypto'
import type { Database } from '@market/database'
import type { CalendarDate } from '@market/domain'
import {
  breakdownOf,
  type ClosedPeriod,
  canonicalText,
  type FrozenFigure,
  type FrozenTable,
  TURNOVER_BREAKDOWNS,
  TURNOVER_DEFINITION,
  TURNOVER_VIEWS,
} from '@market/domain/indicators'
import { computeTurnover } from './compute-turnover.ts'

const frozen = ({ contractCount, contractAmountFen, technologyAmountFen }: FrozenFigure): FrozenFigure => ({
  contractCount,
  contractAmountFen,
  technologyAmountFen,
})

/** Every view and breakdown of a period at an instant, without the codes nothing stands under. */
export const freezeFigures = async (
  db: Database,
  { from, to }: ClosedPeriod,
  { knownAt, today, open }: { knownAt: Date; today: CalendarDate; open: boolean },
): Promise<FrozenTable[]> => {
  const tables: FrozenTable[] = []
  for (const { code: view } of TURNOVER_VIEWS) {
    for (const { code: by } of TURNOVER_BREAKDOWNS) {
      if (by === 'total' || (!open && !breakdownOf(by).public)) continue
      const asked = { view, by, from, to, asKnownAt: knownAt, open, today }
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
