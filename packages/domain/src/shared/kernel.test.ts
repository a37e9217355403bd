import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatFen,
  formatYuan,
  formatYuanInTable,
  isCalendarDate,
  isRefusal,
  parseYuanToFen,
  refuse,
  refuseFields,
  shanghaiDateOf,
  shanghaiMidnightOf,
  yearOf,
} from '../index.ts'

describe('calendar date', () => {
  it('is the day in Shanghai, not in Greenwich', () => {
    expect(shanghaiDateOf(new Date('2026-02-28T15:59:59Z'))).toBe('2026-02-28')
    expect(shanghaiDateOf(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01')
    expect(shanghaiMidnightOf('2026-03-01').toISOString()).toBe('2026-02-28T16:00:00.000Z')
  })

  it.each(['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-01', '20230101', '', 'today', '2023-04-31'])(
    'does not take %s for a day',
    (text) => {
      expect(isCalendarDate(text)).toBe(false)
    },
  )

  it.each(['0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
    'does not take %s from anyone: nothing could be reckoned from it',
    (text) => {
      expect(isCalendarDate(text)).toBe(false)
    },
  )

  it('clamps to the end of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15')
    expect(() => addMonths('2024-02-30', 1)).toThrow('date.malformed')
  })

  const date = fc
    .date({ min: new Date('1985-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map(shanghaiDateOf)

  it('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days)
        expect(isCalendarDate(to)).toBe(true)
        expect(daysBetween(from, to)).toBe(days)
        expect(Math.sign(compareDates(from, to))).toBe(Math.sign(-days) + 0)
        expect(shanghaiDateOf(shanghaiMidnightOf(to))).toBe(to)
      }),
    )
  })

  it('adding months always gives a day of the month meant', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months)
        expect(isCalendarDate(to)).toBe(true)
        const index = (text: string) => yearOf(text) * 12 + Number(text.slice(5, 7))
        expect(index(to) - index(from)).toBe(months)
      }),
    )
  })
})

describe('money', () => {
  it.each([
    ['1234.56', 123_456],
    ['1,234.5', 123_450],
    ['１，２３４', 123_400],
    [' 0.01 ', 1],
    ['0', 0],
    ['90000000000000', 9_000_000_000_000_000],
  ])('reads %s', (text, fen) => {
    expect(parseYuanToFen(text)).toBe(fen)
  })

  it.each(['', '-1', '1.234', '12,34', '1e5', 'abc', '1.', '99999999999999999', '+1'])(
    'does not read %s',
    (text) => {
      expect(parseYuanToFen(text)).toBeNull()
    },
  )

  it.each([
    [123_456, 'yuan', 'zh-CN', '1,234.56 元'],
    [123_456, 'yuan', 'en', 'CNY 1,234.56'],
    [70_782_000_000, 'wan', 'zh-CN', '70,782 万元'],
    [70_782_000_000, 'yi', 'zh-CN', '7.08 亿元'],
    [80_000_000_000, 'yi', 'zh-CN', '8 亿元'],
    [80_000_000_000, 'yi', 'en', 'CNY 800 million'],
    [123_400_000, 'wan', 'en', 'CNY 1.234 million'],
    [-150, 'yuan', 'zh-CN', '-1.50 元'],
    [-1, 'yi', 'zh-CN', '0 亿元'],
    [0, 'wan', 'en', 'CNY 0 million'],
  ] as const)('writes %i fen in %s for %s', (fen, unit, locale, text) => {
    expect(formatFen(fen, unit, locale)).toBe(text)
  })

  it('reading what was written gives the same amount', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (fen) => {
        expect(parseYuanToFen(formatYuan(fen))).toBe(fen)
        expect(parseYuanToFen(formatYuanInTable(fen))).toBe(fen)
        expect(parseYuanToFen(formatFen(fen, 'yuan', 'zh-CN').replace(' 元', ''))).toBe(fen)
      }),
    )
  })

  it('a rounded unit is never further off than half of its last place', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (fen) => {
        const wan = formatFen(fen, 'wan', 'zh-CN').replace(' 万元', '')
        const distance = BigInt(parseYuanToFen(wan) ?? -1) * 10_000n - BigInt(fen)
        expect(distance >= -5_000n && distance <= 5_000n).toBe(true)
      }),
    )
  })
})

describe('refusal', () => {
  it('carries kind, code and details', () => {
    const refusal = refuse('conflict', 'listing.wrong_state', { state: 'draft' })
    expect(isRefusal(refusal)).toBe(true)
    expect(refusal).toMatchObject({
      kind: 'conflict',
      code: 'listing.wrong_state',
      details: { state: 'draft' },
    })
    expect(isRefusal(new Error('x'))).toBe(false)
  })

  it('carries field problems as its details', () => {
    const problems = [{ path: 'titleZh', code: 'field.required' }]
    expect(refuseFields('listing.not_ready', problems)).toMatchObject({
      kind: 'invalid',
      details: { problems },
    })
  })
})
