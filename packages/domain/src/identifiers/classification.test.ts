import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cityOf,
  isWithinRegion,
  parseIndustryCode,
  parseIpcSymbol,
  parseLocarnoClass,
  parseRegionCode,
  parseRegistrationNumber,
  parseTechnicalField,
} from './index.ts'

describe('IPC symbol', () => {
  it.each([
    ['h01m 10/0525', 'H01M 10/0525', 'group'],
    ['G06F17/30(2006.01)', 'G06F 17/30', 'group'],
    ['A01D 45/10(2006.01)I', 'A01D 45/10', 'group'],
    ['A01D  45/10        20060101AFI20211005BHCN', 'A01D 45/10', 'group'],
    ['Ａ６１Ｋ', 'A61K', 'subclass'],
    ['C12', 'C12', 'class'],
    ['E', 'E', 'section'],
  ])('reads %s', (typed, value, level) => {
    expect(parseIpcSymbol(typed)).toEqual({ ok: true, value, level })
  })

  it.each([
    ['I01M 10/0525', 1],
    ['H0AM 10/05', 3],
    ['H01M 10-05', 8],
    ['H01M 10/5', 10],
    ['H01M 12345/00', 10],
    ['H01M 10/1234567', 15],
    ['', 1],
  ])('refuses %s at character %i', (typed, position) => {
    expect(parseIpcSymbol(typed)).toMatchObject({ ok: false, position })
  })
})

describe('other classifications', () => {
  it('reads a Locarno class with or without hyphen', () => {
    expect(parseLocarnoClass('06-01')).toEqual({ ok: true, value: '06-01' })
    expect(parseLocarnoClass('0601')).toEqual({ ok: true, value: '06-01' })
    expect(parseLocarnoClass('33-01')).toMatchObject({ ok: false, code: 'locarno.unknown_class' })
    expect(parseLocarnoClass('06-0A')).toMatchObject({ ok: false, position: 5 })
  })

  it('reads industries of every depth and finds their section', () => {
    expect(parseIndustryCode('C')).toMatchObject({ value: 'C', level: 'section' })
    expect(parseIndustryCode('27')).toMatchObject({ value: 'C27', level: 'division' })
    expect(parseIndustryCode('M731')).toMatchObject({ value: 'M731', level: 'group' })
    expect(parseIndustryCode('0111')).toMatchObject({ value: 'A0111', level: 'class', digits: '0111' })
    expect(parseIndustryCode('9700')).toMatchObject({ value: 'T9700' })
  })

  it('refuses an industry under the wrong section or of no division', () => {
    expect(parseIndustryCode('A27')).toMatchObject({ ok: false, position: 1, expected: 'C' })
    expect(parseIndustryCode('98')).toMatchObject({ ok: false, code: 'industry.unknown_division' })
    expect(parseIndustryCode('Z27')).toMatchObject({ ok: false, position: 1 })
    expect(parseIndustryCode('27101')).toMatchObject({ ok: false, code: 'industry.too_long', position: 5 })
  })

  it('reads a technical field', () => {
    expect(parseTechnicalField('3')).toMatchObject({ ok: true, value: '03' })
    expect(parseTechnicalField('１１')).toMatchObject({ ok: true, value: '11' })
    expect(parseTechnicalField('12')).toMatchObject({ ok: false, code: 'technical_field.unknown' })
  })
})

describe('region and registration number', () => {
  it('knows the level of a region and what lies in it', () => {
    expect(parseRegionCode('450100')).toMatchObject({ ok: true, level: 'city' })
    expect(parseRegionCode('450103')).toMatchObject({ ok: true, level: 'county' })
    expect(parseRegionCode('990000')).toMatchObject({ ok: false, code: 'region.unknown_province' })
    expect(parseRegionCode('45O103')).toMatchObject({ ok: false, position: 3 })
    expect(cityOf('450181')).toBe('450100')
    expect(isWithinRegion('450103', '450100')).toBe(true)
    expect(isWithinRegion('450200', '450100')).toBe(false)
    expect(isWithinRegion('450200', '450000')).toBe(true)
  })

  it('accepts 16 digits and the 14 of old records', () => {
    expect(parseRegistrationNumber('2026450100000001')).toMatchObject({ ok: true, legacy: false })
    expect(parseRegistrationNumber('88450101000001')).toMatchObject({ ok: true, legacy: true })
    expect(parseRegistrationNumber('202645010000000')).toMatchObject({ ok: false, position: 16 })
    expect(parseRegistrationNumber('20264501A0000001')).toMatchObject({ ok: false, position: 9 })
  })

  it('no parser throws on any text', () => {
    const parsers = [
      parseIpcSymbol,
      parseLocarnoClass,
      parseIndustryCode,
      parseTechnicalField,
      parseRegionCode,
      parseRegistrationNumber,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...parsers), fc.string({ unit: 'binary' }), (parse, typed) => {
        const result = parse(typed)
        if (result.ok) expect(parse(result.value)).toEqual(result)
        else expect(result.position).toBeLessThanOrEqual([...typed].length + 1)
      }),
    )
  })
})
