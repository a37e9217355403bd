const WAN_FEN = 1_000_000
/** Upper ends in 万元; the last band is open. */
const ENDS = [5, 20, 100, 500] as const

/** Bands by what they say, in 万元: `0-5` … `500-`, and `none` where no price is named. */
export const PRICE_BANDS = ['0-5', '5-20', '20-100', '100-500', '500-', 'none'] as const
export type PriceBand = (typeof PRICE_BANDS)[number]

/** The band of an asking price in fen. */
export const priceBand = (priceFen: number | null): PriceBand => {
  if (priceFen === null) return 'none'
  const at = ENDS.findIndex((end) => priceFen < end * WAN_FEN)
  return PRICE_BANDS[at === -1 ? ENDS.length : at] ?? 'none'
}
