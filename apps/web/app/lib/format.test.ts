import { expect, test } from 'vitest'
import { formatBytes, formatDay, formatInstant, formatInstantDay, formatShare } from './format.ts'

test('a calendar date is written as it stands, whatever the clock of the machine', () => {
  expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026年3月1日')
  expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026')
})

test('an instant is shown as the clock in Beijing showed it', () => {
  expect(formatInstantDay('2026-02-28T16:30:00.000Z', 'en')).toBe('1 Mar 2026')
  expect(formatInstant('2026-02-28T16:30:00.000Z', 'en')).toContain('00:30')
})

test('a share has one decimal, and none of nothing', () => {
  expect(formatShare(1, 3)).toBe('33.3 %')
  expect(formatShare(1, 0)).toBe('')
})

test('sizes are rounded for people', () => {
  expect([formatBytes(812), formatBytes(81_200), formatBytes(3_400_000)]).toEqual([
    '812 B',
    '81 kB',
    '3.4 MB',
  ])
})
