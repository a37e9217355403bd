import { describe, expect, it } from 'vitest'
import { type SigningFacts, signingBars } from './index.ts'

const FACTS: SigningFacts = {
  today: '2026-03-02',
  signedOn: '2026-03-02',
  method: 'electronic',
  order: 'seller_first',
  side: 'seller',
  signed: [],
  textAgreed: true,
}
const codesOf = (changes: Partial<SigningFacts>) =>
  signingBars({ ...FACTS, ...changes }).map(({ code }) => code)

describe('what keeps a side from signing', () => {
  it('is nothing, once the text is agreed and it is its turn', () => {
    expect(codesOf({})).toEqual([])
    expect(codesOf({ side: 'buyer', signed: ['seller'] })).toEqual([])
    expect(codesOf({ side: 'buyer', order: 'buyer_first' })).toEqual([])
  })

  it('is a day still to come', () => {
    expect(codesOf({ signedOn: '2026-03-03' })).toEqual(['contract.signing_date_in_future'])
  })

  it('is a text nobody agreed to; on paper only where there is one', () => {
    expect(codesOf({ textAgreed: false })).toEqual(['contract.text_not_agreed'])
    expect(codesOf({ textAgreed: null })).toEqual(['contract.text_not_agreed'])
    expect(codesOf({ method: 'scan', textAgreed: false })).toEqual(['contract.text_not_agreed'])
    expect(codesOf({ method: 'scan', textAgreed: null })).toEqual([])
  })

  it('is the other side’s turn, but not on paper', () => {
    expect(codesOf({ side: 'buyer' })).toEqual(['contract.not_your_turn'])
    expect(codesOf({ order: 'buyer_first' })).toEqual(['contract.not_your_turn'])
    expect(codesOf({ side: 'buyer', method: 'scan' })).toEqual([])
  })
})
