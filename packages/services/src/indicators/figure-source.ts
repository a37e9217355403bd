import type { Database } from '@market/database'
import { organizations } from '@market/database/schema'
import {
  addTurnover,
  CLASSES_OF_VIEW,
  flowClassOf,
  type TurnoverBreakdown,
  type TurnoverSum,
  type TurnoverView,
  ZERO_TURNOVER,
} from '@market/domain/indicators'
import { eq } from 'drizzle-orm'
import { readTurnover, type TurnoverRow } from './read-turnover.ts'
import { firstOfMonth, type Period } from './turnover-period.ts'

/** A figure, or nothing where the public would learn of too few contracts. */
export type PublicSum =
  | ({ suppressed: false } & TurnoverSum)
  | ({ suppressed: true } & Record<keyof TurnoverSum, null>)

/** Where the figures of one view and breakdown come from: the ledger, or what was released of it. */
export interface FigureSource {
  /** The codes that any contract stands under; none for breakdowns by time. */
  codes: readonly string[]
  /** Of a code, or of all (null), in a part of the period that the source was opened for. */
  sumOf(code: string | null, period: Period): PublicSum
}

export const shownSum = ({
  contractCount,
  contractAmountFen,
  technologyAmountFen,
}: TurnoverSum): PublicSum => ({
  suppressed: false,
  contractCount,
  contractAmountFen,
  technologyAmountFen,
})

export const HIDDEN: PublicSum = {
  suppressed: true,
  contractCount: null,
  contractAmountFen: null,
  technologyAmountFen: null,
}

const universities = async (db: Database): Promise<Set<string>> => {
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.kind, 'university'))
  return new Set(rows.map(({ id }) => id))
}

const codeOf = (by: TurnoverBreakdown, row: TurnoverRow): string =>
  by === 'flow' ? `${row.sellerPlace}-${row.buyerPlace}` : row.code

/** Every figure as the ledger has it: for whoever reads every cell. */
export const openLedger = async (
  db: Database,
  asked: Period & { view: TurnoverView; by: TurnoverBreakdown; knownAt?: Date | undefined },
): Promise<FigureSource> => {
  const { view, by, from, to, knownAt } = asked
  const [rows, members] = await Promise.all([
    readTurnover(db, { by, from, to, knownAt }),
    by === 'university' ? universities(db) : null,
  ])
  const counted = rows.filter(
    (row) =>
      CLASSES_OF_VIEW[view].includes(flowClassOf(row.sellerPlace, row.buyerPlace)) &&
      (!members || members.has(row.code)),
  )
  const byCode = Map.groupBy(counted, (row) => codeOf(by, row))
  return {
    codes: [...byCode.keys()].filter((code) => code !== ''),
    sumOf: (code, period) =>
      shownSum(
        (code === null ? counted : (byCode.get(code) ?? []))
          .filter(({ month }) => firstOfMonth(period.from) <= month && month <= period.to)
          .reduce<TurnoverSum>(addTurnover, ZERO_TURNOVER),
      ),
  }
}
