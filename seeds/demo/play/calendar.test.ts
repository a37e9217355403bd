import { describe, expect, test } from 'vitest'
import { createDemoCalendar, instantOn, onWorkday } from './calendar.ts'

describe('the calendar of the demonstration', () => {
  test('keeps the written days once they have passed', () => {
    const realDay = createDemoCalendar(new Date('2026-11-23T02:00:00Z'))
    expect(realDay('2026-11-19')).toBe('2026-11-19')
    expect(realDay('2016-03-22')).toBe('2016-03-22')
  })

  test('draws this year together when less of it has passed, in order and never into the future', () => {
    const realDay = createDemoCalendar(new Date('2027-02-10T02:00:00Z'))
    const days = ['2025-12-30', '2026-01-02', '2026-06-15', '2026-11-19', '2026-11-20'].map(realDay)
    expect(days).toEqual(days.toSorted())
    expect(days.at(0)).toBe('2025-12-30')
    expect(days.at(1)).toBe('2027-01-01')
    expect(days.at(-1)).toBe('2027-02-09')
  })

  test('refuses a clock before the year it is written for', () => {
    expect(() => createDemoCalendar(new Date('2020-05-01T02:00:00Z'))).toThrow('check the clock')
  })

  test('moves weekends to the Friday before and counts minutes from nine in Shanghai', () => {
    expect(onWorkday('2026-11-21')).toBe('2026-11-20')
    expect(onWorkday('2026-11-22')).toBe('2026-11-20')
    expect(onWorkday('2026-11-23')).toBe('2026-11-23')
    expect(instantOn('2026-11-23', 30).toISOString()).toBe('2026-11-23T01:30:00.000Z')
  })
})
