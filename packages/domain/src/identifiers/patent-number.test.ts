import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantedPatentNumber, parsePatentNumber, patentCheckDigit } from './index.ts'

const VALID = [
  '201710601862.3',
  '95115608.X',
  '202310000001.5',
  '202121234567.7',
  '202430654321.8',
  '202210012345.3',
  '202080012345.2',
  '202310000002.X',
  '201010298420.4',
  '201910302430.1',
  '200910190429.0',
  '201810392222.0',
  '201810393213.3',
  '201810393238.3',
  '201010241222.4',
  '201511036068.6',
  '202610479601.8',
]

describe('patent number', () => {
  it.each(VALID)('accepts %s as it is written', (value) => {
    expect(parsePatentNumber(value)).toMatchObject({ ok: true, value })
  })

  it.each([
    ['ZL 2017 1 0601862.3', '201710601862.3'],
    ['ＺＬ２０１７１０６０１８６２．３', '201710601862.3'],
    ['zl2017106018623', '201710601862.3'],
    ['95115608x', '95115608.X'],
    ['202310000002。x', '202310000002.X'],
    ['CN201710601862.3', '201710601862.3'],
  ])('reads %s as %s', (typed, value) => {
    expect(parsePatentNumber(typed)).toMatchObject({ ok: true, value })
  })

  it('tells kind, year and route', () => {
    expect(parsePatentNumber('202121234567.7')).toMatchObject({
      kind: 'utility_model',
      year: 2021,
      pct: false,
    })
    expect(parsePatentNumber('202430654321.8')).toMatchObject({ kind: 'design_patent', year: 2024 })
    expect(parsePatentNumber('202080012345.2')).toMatchObject({ kind: 'invention_patent', pct: true })
    expect(parsePatentNumber('95115608.X')).toMatchObject({
      kind: 'invention_patent',
      year: 1995,
      form: 'old',
    })
  })

  it('accepts a number of before 1989 without check digit', () => {
    expect(parsePatentNumber('85100312')).toMatchObject({ ok: true, year: 1985, hasCheckDigit: false })
  })

  it.each([
    ['201710601862.4', 'wrong_check_digit', 14, '3'],
    ['ZL201710601862.4', 'wrong_check_digit', 16, '3'],
    ['ZL 2017 1060 1862 . 4', 'wrong_check_digit', 21, '3'],
    ['201710601862', 'check_digit_missing', 13, '3'],
    ['95115608', 'check_digit_missing', 9, 'X'],
    ['2017O0601862.3', 'wrong_character', 5, '1, 2, 3, 8, 9'],
    ['201710601B62.3', 'wrong_character', 10, '0-9'],
    ['201740601862.3', 'wrong_character', 5, '1, 2, 3, 8, 9'],
    ['20171060186.23', 'misplaced_dot', 12, '0-9'],
    ['201710601862.33', 'too_long', 15, ''],
    ['2017106', 'too_short', 8, '0-9'],
    ['44115608.1', 'impossible_year', 1, '85-99, 00-03'],
    ['', 'too_short', 1, '0-9'],
  ])('refuses %s with the place of the wrong character', (typed, code, position, expected) => {
    expect(parsePatentNumber(typed)).toEqual({
      ok: false,
      code: `patent_number.${code}`,
      position,
      expected,
    })
  })

  const digits = fc
    .tuple(
      fc.integer({ min: 2004, max: 2099 }),
      fc.constantFrom(1, 2, 3, 8, 9),
      fc.integer({ min: 0, max: 9_999_999 }),
    )
    .map(([year, kind, serial]) => `${year}${kind}${String(serial).padStart(7, '0')}`)

  it('round-trips every well-formed number', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const value = `${body}.${patentCheckDigit(body)}`
        expect(parsePatentNumber(grantedPatentNumber(value))).toMatchObject({ ok: true, value })
      }),
    )
  })

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (body, at, step) => {
          const wrong = String((Number(body[at]) + step) % 10)
          const typed = `${body.slice(0, at)}${wrong}${body.slice(at + 1)}.${patentCheckDigit(body)}`
          expect(parsePatentNumber(typed).ok).toBe(false)
        },
      ),
    )
  })

  it('never throws and always points inside or just behind the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const result = parsePatentNumber(typed)
        if (result.ok) return
        expect(result.position).toBeGreaterThanOrEqual(1)
        expect(result.position).toBeLessThanOrEqual([...typed].length + 1)
      }),
    )
  })
})
