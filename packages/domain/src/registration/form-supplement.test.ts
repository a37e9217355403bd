import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regimeFor } from '../regimes/index.ts'
import {
  applicantSideOf,
  cnyEquivalentFen,
  countryOfRegion,
  EMPTY_SUPPLEMENT,
  type FormSupplement,
  type RegistrationForm,
  registrationProblems,
  suggestParty,
} from './index.ts'

const FORM: RegistrationForm = {
  title: '吸附材料专利实施许可合同',
  type: 'XK',
  subType: 'XK_PATENT',
  contractAmountFen: 20_000_000,
  technologyAmountFen: 18_000_000,
  signedOn: '2026-03-01',
  effectiveOn: '2026-03-02',
  endsOn: '2031-03-01',
  technicalField: '07',
  planIndustry: 'energy_saving_environment',
  ipKind: 'invention_patent',
  sellerKind: '0221',
  buyerKind: '150',
  sellerRegionCode: '450100',
  buyerRegionCode: '450103',
}

const found = (changes: Partial<RegistrationForm & FormSupplement>) =>
  registrationProblems({ ...FORM, ...EMPTY_SUPPLEMENT, ...changes }, '2026-03-10').map(
    ({ path, code }) => `${path} ${code}`,
  )

describe('the rest of the form', () => {
  it('may be left empty', () => {
    expect(found({})).toEqual([])
    expect(registrationProblems(FORM, '2026-03-10')).toEqual([])
  })

  it('knows the industries of GB/T 4754', () => {
    expect(found({ industryClass: 'C26', buyerIndustryClass: '2614' })).toEqual([])
    expect(found({ sellerIndustryClass: '2A' })[0]).toContain('sellerIndustryClass industry.')
  })

  it('takes a table of items that explains the difference to the fen, or none', () => {
    const items = [
      { kind: 'equipment', words: '反应釜', amountFen: 1_500_000 },
      { kind: 'other', words: '运输', amountFen: 500_000 },
    ] as const
    expect(found({ nonTechnicalItems: [...items] })).toEqual([])
    expect(found({ nonTechnicalItems: [items[0]] })).toEqual([
      'nonTechnicalItems registration.breakdown_differs',
    ])
    expect(found({ nonTechnicalItems: [{ kind: 'other', words: ' ', amountFen: 0 }] })).toEqual([
      'nonTechnicalItems.0.amountFen money.must_be_positive',
      'nonTechnicalItems.0.words field.required',
    ])
  })

  it('asks for no region abroad, and for the right one in Hong Kong, Macao and Taiwan', () => {
    expect(found({ sellerCountry: '304', sellerRegionCode: '000000' })).toEqual([])
    expect(found({ sellerCountry: '110', sellerRegionCode: '810000' })).toEqual([])
    const wrong = 'sellerRegionCode region.of_other_country'
    expect(found({ sellerCountry: '304' })).toEqual([wrong])
    expect(found({ sellerCountry: '110' })).toEqual([wrong])
    expect(found({ sellerRegionCode: '810000' })).toEqual([wrong])
    expect(countryOfRegion('710000')).toBe('143')
    expect(countryOfRegion('450103')).toBe('142')
  })
})

describe('foreign currency', () => {
  const dollars = {
    currency: 'USD',
    currencyAmountCents: 2_800_000,
    exchangeRate: '7.14285714',
    exchangeRateOn: '2026-03-01',
  } as const

  it('states amount, rate and day, and the equivalent in fen', () => {
    expect(found(dollars)).toEqual([])
    expect(found({ ...dollars, contractAmountFen: 20_000_001 })).toEqual([
      'contractAmountFen registration.equivalent_differs',
    ])
    expect(found({ ...dollars, exchangeRateOn: '2026-03-11' })).toEqual([
      'exchangeRateOn registration.rate_in_future',
    ])
    expect(found({ ...dollars, exchangeRate: '7,1' })).toEqual(['exchangeRate registration.rate_malformed'])
    expect(found({ ...dollars, exchangeRate: null })).toEqual(['exchangeRate field.required'])
    expect(found({ ...dollars, currency: 'CNY' })).toHaveLength(3)
  })

  it('is converted exactly, half a fen rounded up', () => {
    expect(cnyEquivalentFen(1, '0.5')).toBe(1)
    expect(cnyEquivalentFen(1, '0.49999999')).toBe(0)
    expect(cnyEquivalentFen(3, '0.5')).toBe(2)
    expect(cnyEquivalentFen(100, '0')).toBeNull()
    expect(cnyEquivalentFen(100, '1.123456789')).toBeNull()
  })

  it('never strays from the exact product by more than half a fen', () => {
    const amounts = fc.integer({ min: 0, max: 100_000_000_000 })
    const rates = fc.integer({ min: 1, max: 99_999_999 })
    fc.assert(
      fc.property(amounts, rates, (cents, millionths) => {
        const rate = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`
        const fen = cnyEquivalentFen(cents, rate)
        const off = BigInt(fen ?? 0) * 1_000_000n - BigInt(cents) * BigInt(millionths)
        expect(off <= 500_000n && off > -500_000n).toBe(true)
      }),
    )
  })
})

describe('who applies', () => {
  it('is the seller, and for imports whoever the regime names', () => {
    const home = { sellerCountry: '142', buyerCountry: '142' } as const
    const importing = { sellerCountry: '304', buyerCountry: '142' } as const
    const exporting = { sellerCountry: '142', buyerCountry: '304' } as const
    const now = regimeFor('2026-03-10')
    expect([home, importing, exporting].map((countries) => applicantSideOf(now, countries))).toEqual([
      'seller',
      'buyer',
      'seller',
    ])
    expect(applicantSideOf(regimeFor('2025-03-10'), importing)).toBe('seller')
  })

  it('is described as far as the kind of organization tells', () => {
    expect(suggestParty('university')).toMatchObject({ industryClass: '83', profile: { traits: [] } })
    expect(suggestParty('agency').profile.traits).toEqual(['transfer_institution'])
    expect(suggestParty('company').industryClass).toBeNull()
  })
})
