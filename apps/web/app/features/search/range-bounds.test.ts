import { describe, expect, it } from 'vitest'
import { withTypedRanges } from './range-bounds.ts'

const addressOf = (search: string) => withTypedRanges(new URLSearchParams(search))?.toString() ?? null

describe('the address of typed ranges', () => {
  it('holds prices in fen and keeps the other filters', () => {
    expect(addressOf('q=board&mode=assignment&priceFrom=1,200.50&priceTo=30000')).toBe(
      'q=board&mode=assignment&priceMin=120050&priceMax=3000000',
    )
  })

  it('drops what was left empty, and begins at the first page', () => {
    expect(addressOf('priceFrom=&priceTo=+&maturityMin=6&maturityMax=&cursor=abc')).toBe('maturityMin=6')
  })

  it('is left alone when it is that already', () => {
    expect(addressOf('q=board&priceMin=120050&cursor=abc')).toBeNull()
  })

  it('keeps an amount that cannot be read', () => {
    expect(addressOf('priceFrom=12万')).toBeNull()
    expect(addressOf('priceFrom=12万&priceTo=5')).toBe(`priceFrom=12${encodeURIComponent('万')}&priceMax=500`)
  })

  it('replaces a bound that stood in the address', () => {
    expect(addressOf('priceMin=1&priceFrom=5')).toBe('priceMin=500')
  })
})
