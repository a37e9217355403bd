import { SEARCH_BOUNDS } from '@market/contracts/discovery'
import { parseYuanToFen } from '@market/domain'

/** The fields people type a price in, in yuan, and the bound each becomes. */
export const TYPED_PRICES = { priceFrom: 'priceMin', priceTo: 'priceMax' } as const

const FIELDS = Object.keys(TYPED_PRICES) as (keyof typeof TYPED_PRICES)[]

/**
 * The one address of what a form has sent: prices in fen, nothing empty, beginning at the first page. Null where the
 * address is that already. An amount that cannot be read stays as it was typed, for the form to say so.
 */
export const withTypedRanges = (params: URLSearchParams): URLSearchParams | null => {
  const read = new URLSearchParams(params)
  for (const name of FIELDS) {
    const typed = params.get(name)
    if (typed === null) continue
    const fen = parseYuanToFen(typed)
    if (fen !== null) read.set(TYPED_PRICES[name], String(fen))
    if (fen !== null || typed.trim() === '') read.delete(name)
  }
  for (const bound of SEARCH_BOUNDS) if (read.get(bound) === '') read.delete(bound)
  if (read.toString() === params.toString()) return null
  read.delete('cursor')
  return read
}
