/** One period of a place: what was published, and the register's own figure beside it where there is one. */
export interface SeriesPeriod {
  period: string
  output: SeriesSide
  intake: SeriesSide
  unique: { contractCount: number | null; contractAmountFen: number | null }
  /** What this register holds of that year; null where it holds nothing or withholds it. */
  ownFen: number | null
}

export interface SeriesSide {
  contractCount: number | null
  contractAmountFen: number | null
  /** More than twice, or less than half, of the period before. */
  breaks: boolean
}
