import { describe, expect, it } from 'vitest'
import {
  type Negotiation,
  nextActor,
  nextOfferVersion,
  type OfferStanding,
  requestProblems,
  requireAcceptable,
  requireRequestable,
  type TermSheet,
  termSheetProblems,
} from './index.ts'

const terms: TermSheet = {
  transferMode: 'exclusive_licence',
  exclusivity: 'exclusive',
  fieldOfUse: '电镀废水处理',
  territory: '450000',
  termMonths: 60,
  upfrontFen: 5_000_000,
  royaltyRatePercent: 2.5,
  totalFen: 20_000_000,
}

const codesOf = (changes: Partial<TermSheet>) =>
  termSheetProblems({ ...terms, ...changes }).map(({ path, code }) => `${path} ${code}`)

describe('term sheet', () => {
  it('accepts whole terms', () => {
    expect(codesOf({})).toEqual([])
    expect(codesOf({ transferMode: 'assignment', exclusivity: 'not_applicable', termMonths: null })).toEqual(
      [],
    )
  })

  it('keeps mode and exclusivity together', () => {
    expect(codesOf({ exclusivity: 'sole' })).toEqual(['exclusivity terms.exclusivity_mismatch'])
  })

  it('a licence has term, territory and field', () => {
    expect(codesOf({ termMonths: null, territory: '', fieldOfUse: ' ' })).toEqual([
      'termMonths terms.term_required',
      'territory terms.territory_required',
      'fieldOfUse terms.field_required',
    ])
  })

  it('keeps amounts and rates possible', () => {
    expect(codesOf({ totalFen: 0 })).toEqual(['totalFen money.must_be_positive'])
    expect(codesOf({ upfrontFen: 20_000_001 })).toEqual(['upfrontFen terms.upfront_over_total'])
    expect(codesOf({ royaltyRatePercent: 2.555 })).toEqual(['royaltyRatePercent terms.royalty_out_of_range'])
    expect(codesOf({ royaltyRatePercent: 0.29 })).toEqual([])
  })
})

describe('request', () => {
  it('asks only for what the listing offers', () => {
    const wish = { ...terms, offerFen: null, message: '希望洽谈' }
    expect(requestProblems(wish, ['exclusive_licence'])).toEqual([])
    expect(requestProblems(wish, ['assignment'])).toMatchObject([{ code: 'request.mode_not_offered' }])
  })

  it('is taken only while the listing is open', () => {
    expect(() => requireRequestable('under_negotiation')).not.toThrow()
    expect(() => requireRequestable('withdrawn')).toThrow('listing.not_requestable')
  })
})

describe('negotiation', () => {
  const request: Negotiation = {
    state: 'negotiating',
    ownerOrganizationId: 'owner',
    requesterOrganizationId: 'requester',
  }
  const offers: OfferStanding[] = [
    { organizationId: 'owner', state: 'superseded', version: 1 },
    { organizationId: 'requester', state: 'open', version: 2 },
  ]

  it('awaits the side that did not make the open offer', () => {
    expect(nextActor(request, offers)).toBe('owner')
    expect(nextActor({ ...request, state: 'submitted' }, [])).toBe('owner')
    expect(nextActor({ ...request, state: 'accepted' }, [])).toBeNull()
    expect(nextActor({ ...request, state: 'agreed' }, offers)).toBeNull()
    expect(nextOfferVersion(offers)).toBe(3)
  })

  it('lets only the other side accept, and only the open offer', () => {
    const open = { organizationId: 'requester', state: 'open', version: 2 } as const
    expect(() => requireAcceptable(request, open, 'owner')).not.toThrow()
    expect(() => requireAcceptable(request, open, 'requester')).toThrow('offer.own_offer')
    expect(() => requireAcceptable(request, { ...open, state: 'superseded' }, 'owner')).toThrow(
      'offer.wrong_state',
    )
    expect(() => requireAcceptable({ ...request, state: 'withdrawn' }, open, 'owner')).toThrow(
      'request.wrong_state',
    )
  })
})
