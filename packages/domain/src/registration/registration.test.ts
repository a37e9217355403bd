import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRegistrationNumber } from '../identifiers/index.ts'
import { regimeFor } from '../regimes/index.ts'
import {
  decisionDueOn,
  type FingerprintFacts,
  fingerprint,
  formatRegistrationNumber,
  isNearMatch,
  likenessOf,
  numberSeriesOf,
  type RegistrationForm,
  registrationProblems,
  requireKnownReasons,
  requireOtherPerson,
  suggestIpKind,
} from './index.ts'

const form: RegistrationForm = {
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

const codes = (changes: Partial<RegistrationForm>, appliedOn = '2026-03-10') =>
  registrationProblems({ ...form, ...changes }, appliedOn).map(({ path, code }) => `${path} ${code}`)

describe('registration form', () => {
  it('finds nothing wrong with a sound form', () => {
    expect(codes({})).toEqual([])
    expect(codes({ endsOn: null })).toEqual([])
  })

  it('asks for what a draft may lack', () => {
    expect(codes({ technicalField: null, ipKind: null })).toEqual([
      'technicalField field.required',
      'ipKind field.required',
    ])
  })

  it('keeps amounts, dates, type and regions', () => {
    expect(codes({ technologyAmountFen: 20_000_001 })).toEqual([
      'technologyAmountFen contract.technology_over_contract_amount',
    ])
    expect(codes({ effectiveOn: '2026-02-01' })).toEqual(['effectiveOn contract.effective_before_signed'])
    expect(codes({ type: 'KF' })).toEqual(['type contract.type_not_in_regime'])
    expect(codes({ buyerRegionCode: '45O103' })).toEqual(['buyerRegionCode region.wrong_character'])
  })

  it('asks for application inside the validity only where the regime does', () => {
    expect(codes({}, '2026-03-01')).toEqual(['effectiveOn registration.not_yet_effective'])
    expect(codes({}, '2031-03-02')).toEqual(['endsOn registration.validity_over'])
    const old = {
      type: 'ZR',
      signedOn: '2016-01-05',
      effectiveOn: '2016-01-05',
      endsOn: '2016-06-01',
    } as const
    expect(codes(old, '2016-12-01')).toEqual([])
    expect(codes({}, '2026-02-01')).toEqual(['signedOn registration.signed_in_future'])
  })

  it('proposes the kind of intellectual property', () => {
    expect(suggestIpKind('granted_patent', ['utility_model', 'know_how'])).toBe('utility_model')
    expect(suggestIpKind('know_how', [])).toBe('know_how')
    expect(suggestIpKind('research_result', [])).toBe('none')
  })
})

describe('fingerprint', () => {
  const facts: FingerprintFacts = {
    sellerId: '1245010049850001XN',
    buyerId: '91450100MA5N00015K',
    title: '吸附材料 专利（实施）许可合同 A-1',
    signedOn: '2026-03-01',
    contractAmountFen: 20_000_000,
  }

  it('does not see width, case, spaces, punctuation or the order of the parties', () => {
    const other = {
      ...facts,
      sellerId: facts.buyerId,
      buyerId: facts.sellerId.toLowerCase(),
      title: '吸附材料专利(实施)许可合同ａ１',
    }
    expect(fingerprint(other)).toBe(fingerprint(facts))
  })

  it('differs when any of the four facts differs, which is then a near match', () => {
    const others = [
      { ...facts, buyerId: 'someone else' },
      { ...facts, title: '另一合同' },
      { ...facts, signedOn: '2026-03-02' },
      { ...facts, contractAmountFen: 20_000_001 },
    ]
    for (const other of others) {
      expect(fingerprint(other)).not.toBe(fingerprint(facts))
      expect(isNearMatch(facts, other)).toBe(true)
    }
    expect(isNearMatch(facts, facts)).toBe(false)
    expect(likenessOf(facts, { ...facts, title: 'x', contractAmountFen: 1 })).toEqual(['parties', 'signedOn'])
  })
})

describe('registration number', () => {
  it('is 16 digits, in the order of its serials', () => {
    const series = numberSeriesOf(2026, '450100')
    expect(formatRegistrationNumber(series, 1)).toBe('2026450100000001')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_998 }), (serial) => {
        const number = formatRegistrationNumber(series, serial)
        expect(parseRegistrationNumber(number)).toEqual({ ok: true, value: number, legacy: false })
        expect(formatRegistrationNumber(series, serial + 1) > number).toBe(true)
      }),
    )
  })

  it('refuses an exhausted or malformed series', () => {
    expect(() => formatRegistrationNumber('2026450100', 1_000_000)).toThrow('registration.series_exhausted')
    expect(() => formatRegistrationNumber('2026450100', 0)).toThrow('registration.series_malformed')
    expect(() => numberSeriesOf(2026, '4501')).toThrow('registration.series_malformed')
  })
})

describe('examination', () => {
  it('needs another person than the filer', () => {
    expect(() => requireOtherPerson('a', 'b')).not.toThrow()
    expect(() => requireOtherPerson('a', 'a')).toThrow('registration.examiner_is_filer')
  })

  it('refuses with listed reasons only', () => {
    const regime = regimeFor('2026-03-05')
    const price = { code: 'price_unclear', words: '' }
    expect(() => requireKnownReasons(regime, [price])).not.toThrow()
    const wrong = [[], [{ code: 'nonsense', words: 'x' }], [{ code: 'other', words: ' ' }], [price, price]]
    for (const reasons of wrong) {
      expect(() => requireKnownReasons(regime, reasons)).toThrow('registration.reasons_invalid')
    }
  })

  it('counts calendar or working days by the regime', () => {
    const isWorkingDay = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    expect(decisionDueOn(regimeFor('2019-03-01'), '2019-03-01', 1, isWorkingDay)).toBe('2019-03-31')
    expect(decisionDueOn(regimeFor('2026-03-02'), '2026-03-02', 1, isWorkingDay)).toBe('2026-03-23')
    expect(decisionDueOn(regimeFor('2026-03-02'), '2026-03-02', 500_000_000, isWorkingDay)).toBe('2026-04-13')
  })
})
