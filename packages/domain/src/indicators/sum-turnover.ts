import { isWithinRegion } from '../identifiers/index.ts'
import { type CalendarDate, type Fen, yearOf } from '../index.ts'
import type { TurnoverDimensions, TurnoverEntry } from './turnover-entry.ts'

export interface TurnoverSum {
  contractCount: number
  contractAmountFen: Fen
  technologyAmountFen: Fen
}

export const ZERO_TURNOVER: TurnoverSum = { contractCount: 0, contractAmountFen: 0, technologyAmountFen: 0 }

export const addTurnover = (left: TurnoverSum, right: TurnoverSum): TurnoverSum => ({
  contractCount: left.contractCount + right.contractCount,
  contractAmountFen: left.contractAmountFen + right.contractAmountFen,
  technologyAmountFen: left.technologyAmountFen + right.technologyAmountFen,
})

export const sumTurnover = (entries: readonly TurnoverSum[]): TurnoverSum =>
  entries.reduce(addTurnover, ZERO_TURNOVER)

export interface TurnoverPeriod {
  from: CalendarDate
  to: CalendarDate
  /** What was known by this instant; everything recorded when left out. */
  knownAt?: Date
}

/** The entries that make a period's figure as it was known at an instant. */
export const entriesOfPeriod = <Entry extends Pick<TurnoverEntry, 'businessOn' | 'recordedAt'>>(
  entries: readonly Entry[],
  { from, to, knownAt }: TurnoverPeriod,
): Entry[] =>
  entries.filter(
    ({ businessOn, recordedAt }) =>
      businessOn >= from && businessOn <= to && (!knownAt || recordedAt.getTime() <= knownAt.getTime()),
  )

const groupBy = <Entry extends TurnoverSum, Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
): Map<Key, TurnoverSum> => {
  const sums = new Map<Key, TurnoverSum>()
  for (const entry of entries) {
    const key = keyOf(entry)
    sums.set(key, addTurnover(sums.get(key) ?? ZERO_TURNOVER, entry))
  }
  return sums
}

/** The sums by the values of one dimension ('fourType' and 'fiveType': before and since the Civil Code). */
export const turnoverBy = <Dimension extends keyof TurnoverDimensions | 'fourType' | 'fiveType'>(
  entries: readonly TurnoverEntry[],
  dimension: Dimension,
): Map<TurnoverEntry[Dimension], TurnoverSum> => groupBy(entries, (entry) => entry[dimension])

export const turnoverByYear = (entries: readonly TurnoverEntry[]): Map<number, TurnoverSum> =>
  groupBy(entries, ({ businessOn }) => yearOf(businessOn))

/** Output counts by the seller's region, intake by the buyer's; what stays inside stands in both. */
export interface TurnoverFlows {
  output: TurnoverSum
  intake: TurnoverSum
  self: TurnoverSum
  /** output + intake − self: every contract once. */
  unique: TurnoverSum
}

export const turnoverFlows = (entries: readonly TurnoverEntry[], regionCode: string): TurnoverFlows => {
  const sells = (entry: TurnoverEntry): boolean => isWithinRegion(entry.sellerRegionCode, regionCode)
  const buys = (entry: TurnoverEntry): boolean => isWithinRegion(entry.buyerRegionCode, regionCode)
  return {
    output: sumTurnover(entries.filter(sells)),
    intake: sumTurnover(entries.filter(buys)),
    self: sumTurnover(entries.filter((entry) => sells(entry) && buys(entry))),
    unique: sumTurnover(entries.filter((entry) => sells(entry) || buys(entry))),
  }
}
