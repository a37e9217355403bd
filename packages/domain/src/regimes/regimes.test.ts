import { describe, expect, it } from 'vitest'
import { addDays } from '../index.ts'
import {
  CONTRACT_SUB_TYPES,
  isLargeContract,
  isTypeOfRegime,
  REGIMES,
  regimeFor,
  typeInFiveTypeView,
  typeInFourTypeView,
  typeOfSubType,
} from './index.ts'

describe('regimes', () => {
  it('follow each other without gap or overlap, the last one open', () => {
    for (const [index, regime] of REGIMES.entries()) {
      const next = REGIMES[index + 1]
      expect(regime.until).toBe(next ? addDays(next.since, -1) : null)
    }
  })

  it.each([
    ['2016-05-01', 'R2001'],
    ['2020-12-31', 'R2001'],
    ['2021-01-01', 'R2021'],
    ['2022-11-01', 'R2022'],
    ['2026-02-28', 'R2022'],
    ['2026-03-01', 'R2026'],
  ])('on %s it is %s', (date, key) => {
    expect(regimeFor(date).key).toBe(key)
  })

  it('is the first one for a day before it', () => {
    expect(regimeFor('1988-05-01').key).toBe('R2001')
  })

  it('a patent licence is a transfer before the Civil Code and a licence since', () => {
    expect(typeOfSubType(regimeFor('2018-06-01'), 'XK_PATENT')).toBe('ZR')
    expect(typeOfSubType(regimeFor('2024-06-01'), 'XK_PATENT')).toBe('XK')
    expect(isTypeOfRegime(regimeFor('2018-06-01'), 'XK', null)).toBe(false)
  })

  it('every sub-type has one type in every regime, and the two views agree on it', () => {
    for (const regime of REGIMES) {
      for (const { code } of CONTRACT_SUB_TYPES) {
        const type = typeOfSubType(regime, code)
        expect(type).not.toBeNull()
        if (type === null) continue
        expect(typeInFourTypeView(typeInFiveTypeView(type, code), code)).toBe(typeInFourTypeView(type, code))
      }
    }
  })

  it('large contracts exist only since 2026', () => {
    expect(isLargeContract(regimeFor('2026-05-01'), 500_000_000)).toBe(true)
    expect(isLargeContract(regimeFor('2026-05-01'), 499_999_999)).toBe(false)
    expect(isLargeContract(regimeFor('2019-05-01'), 900_000_000)).toBe(false)
  })

  it('every refusal reason is named in both languages, stands on a text and can be put right', () => {
    for (const { refusals } of REGIMES) {
      const codes = refusals.reasons.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      for (const { zh, en, basis, remedy } of refusals.reasons) {
        expect([zh, en, basis.zh, basis.en, remedy.zh, remedy.en]).not.toContain('')
      }
    }
  })
})
