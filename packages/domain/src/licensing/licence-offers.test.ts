import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  feeOfOrder,
  isEligible,
  type LicenceOfferTerms,
  licenceOfferBars,
  licenceOfferProblems,
  type OfferedRight,
  termSheetProblems,
  termsOfOrder,
} from './index.ts'

const click: LicenceOfferTerms = {
  kind: 'click',
  fieldOfUse: '制糖废水处理',
  territory: '全国',
  conditionsZh: '',
  conditionsEn: '',
  tiers: [
    { tier: 'research', feeFen: 100_000, termMonths: 12 },
    { tier: 'standard', feeFen: 5_000_000, termMonths: 36 },
  ],
  knowHow: { trainingDays: 3, samples: '样品一套', drawings: '', feeFen: 300_000 },
}
const open: LicenceOfferTerms = {
  ...click,
  kind: 'open',
  tiers: [{ tier: 'open', feeFen: 3_000_000, termMonths: 24 }],
}
const right: OfferedRight = {
  name: '202310000001.5',
  kind: 'invention_patent',
  inForce: true,
  preserved: false,
  feeOverdue: false,
  openLicenceSince: '2026-01-10',
  closed: false,
}
const barsOf = (changes: Partial<OfferedRight>, report = '', kind: 'open' | 'click' = 'open') =>
  licenceOfferBars(kind, [{ ...right, ...changes }], report).map(({ code }) => code)

describe('offers to license without talks', () => {
  it('may be published as they are, and not with tiers of the other kind, twice, or none', () => {
    expect(licenceOfferProblems(click, ['ordinary_licence'])).toEqual([])
    expect(licenceOfferProblems(open, ['open_licence'])).toEqual([])
    const wrong = licenceOfferProblems({ ...open, tiers: click.tiers }, ['open_licence'])
    expect(wrong).toMatchObject([{ path: 'tiers', code: 'licence_offer.tiers' }])
    expect(licenceOfferProblems({ ...click, tiers: [] }, ['assignment']).map(({ path }) => path)).toEqual([
      'kind',
      'tiers',
    ])
  })

  it('state one fixed sum that any contract may state', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 600 }),
        fc.boolean(),
        (feeFen, termMonths, bundled) => {
          const tier = { tier: 'standard' as const, feeFen, termMonths }
          const knowHow = bundled ? click.knowHow : null
          const terms = termsOfOrder({ ...click, territoryCodes: ['100000'] }, tier, knowHow)
          expect(termSheetProblems(terms)).toEqual([])
          expect(terms.totalFen).toBe(feeOfOrder(tier, knowHow))
          expect(terms.upfrontFen).toBe(terms.totalFen)
        },
      ),
    )
  })

  it('are for those their tier names', () => {
    expect([isEligible('research', 'university'), isEligible('research', 'company')]).toEqual([true, false])
    expect([isEligible('small_firm', 'company'), isEligible('small_firm', 'university')]).toEqual([
      true,
      false,
    ])
    expect(isEligible('standard', 'institute')).toBe(true)
  })

  it('are barred by what the law says of open licences', () => {
    expect(barsOf({})).toEqual([])
    expect(barsOf({ inForce: false })).toEqual(['licence_offer.right_not_in_force'])
    expect(barsOf({ closed: true, preserved: true })).toEqual([
      'licence_offer.right_preserved',
      'licence_offer.right_closed',
    ])
    expect(barsOf({ feeOverdue: true, openLicenceSince: null })).toEqual([
      'licence_offer.fee_overdue',
      'licence_offer.not_declared',
    ])
    expect(barsOf({ kind: 'utility_model' })).toEqual(['licence_offer.report_missing'])
    expect(barsOf({ kind: 'utility_model' }, '评价报告 2026-1')).toEqual([])
    expect(barsOf({ kind: 'software_copyright' })).toEqual(['licence_offer.not_a_patent'])
    expect(licenceOfferBars('open', [], '')).toMatchObject([{ code: 'licence_offer.no_patent' }])
  })

  it('on standard terms may be of any right that protects and is not closed', () => {
    const softer = { kind: 'software_copyright' as const, openLicenceSince: null, feeOverdue: true }
    expect(barsOf(softer, '', 'click')).toEqual([])
    expect(barsOf({ closed: true }, '', 'click')).toEqual(['licence_offer.right_closed'])
  })
})
