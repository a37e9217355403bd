import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsForRelief, eligibilityFlags, type TaxFacts, taxRelief } from './index.ts'

const licence: TaxFacts = {
  type: 'XK',
  subType: 'XK_PATENT',
  status: 'valid',
  effectiveOn: '2026-03-01',
  endsOn: '2031-02-28',
  ipKind: 'invention_patent',
  planSource: 'none',
  relatedParties: false,
}
const statesOf = (facts: Partial<TaxFacts>) =>
  Object.fromEntries(eligibilityFlags({ ...licence, ...facts }).map(({ code, state }) => [code, state]))

describe('relief on the annual sum', () => {
  it.each([
    [400_000_000, 0],
    [500_000_000, 0],
    [800_000_000, 150_000_000],
    [0, 0],
    [500_000_001, 1],
  ])('of %i fen leaves %i taxable', (annual, taxable) => {
    expect(taxRelief(annual).taxableFen).toBe(taxable)
  })

  it('never loses a fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (annual) => {
        const { exemptFen, halvedFen, reliefFen, taxableFen } = taxRelief(annual)
        expect(exemptFen + halvedFen).toBe(annual)
        expect(reliefFen + taxableFen).toBe(annual)
      }),
    )
  })
})

describe('eligibility', () => {
  it('has nothing against a five-year patent licence', () => {
    expect(new Set(Object.values(statesOf({})))).toEqual(new Set(['met']))
  })

  it.each<[Partial<TaxFacts>, string, string]>([
    [{ endsOn: '2031-02-27' }, 'term', 'not_met'],
    [{ endsOn: null }, 'term', 'to_check'],
    [{ effectiveOn: '2014-01-01', endsOn: '2024-01-01' }, 'term', 'to_check'],
    [{ type: 'ZR', subType: 'ZR_PATENT', endsOn: null }, 'term', 'met'],
    [{ type: 'ZR', subType: 'XK_PATENT', endsOn: '2027-01-01' }, 'term', 'not_met'],
    [{ type: 'FW', subType: 'FW_GENERAL' }, 'type', 'not_met'],
    [{ type: 'KF', subType: null }, 'type', 'not_met'],
    [{ ipKind: 'know_how' }, 'ip_kind', 'not_met'],
    [{ ipKind: 'design_patent' }, 'ip_kind', 'to_check'],
    [{ relatedParties: true }, 'related_parties', 'to_check'],
    [{ planSource: 'national' }, 'public_funds', 'to_check'],
    [{ status: 'revoked' }, 'live', 'not_met'],
  ])('%j: %s is %s', (facts, code, state) => {
    expect(statesOf(facts)[code]).toBe(state)
    expect(countsForRelief(eligibilityFlags({ ...licence, ...facts }))).toBe(state !== 'not_met')
  })

  it('gives a reason and a basis in both languages for each flag', () => {
    for (const { reason, basis } of eligibilityFlags(licence)) {
      for (const text of [reason.zh, reason.en, basis.zh, basis.en]) expect(text).not.toBe('')
    }
  })
})
