import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lapseDayOf, silenceCallsFor, silenceRuleOf } from './clocks.ts'
import { REQUEST_STATES } from './index.ts'

const MOVED = new Date('2026-03-02T02:00:00Z')
const later = (days: number) => new Date(MOVED.getTime() + days * 86_400_000)
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

describe('silence', () => {
  it.each([
    [6, null, null],
    [7, null, 'remind'],
    [8, 7, null],
    [23, 7, 'remind'],
    [24, 23, null],
    [29, 23, null],
    [30, 23, 'lapse'],
    [200, null, 'lapse'],
  ])('of %i days before an answer, reminded after %s: %s', (age, reminded, expected) => {
    const remindedAt = reminded === null ? null : later(reminded)
    const silence = { state: 'submitted', movedAt: MOVED, remindedAt } as const
    expect(silenceCallsFor(silence, dayOf(later(age)))).toBe(expected)
  })

  it('begins anew with every move', () => {
    const silence = { state: 'accepted', movedAt: later(40), remindedAt: later(30) } as const
    expect(silenceCallsFor(silence, dayOf(later(69)))).toBeNull()
    expect(silenceCallsFor(silence, dayOf(later(70)))).toBe('remind')
    expect(lapseDayOf('accepted', later(40))).toBe(dayOf(later(130)))
  })

  it('never ends what is agreed, contracted or over', () => {
    for (const state of REQUEST_STATES.filter((each) => silenceRuleOf(each) === null)) {
      expect(silenceCallsFor({ state, movedAt: MOVED, remindedAt: null }, '2036-01-01')).toBeNull()
      expect(lapseDayOf(state, MOVED)).toBeNull()
    }
  })

  it('is reminded of as often as the rule says when looked at daily, and ends on the day that was shown', () => {
    fc.assert(
      fc.property(fc.constantFrom('submitted' as const, 'accepted' as const), (state) => {
        let remindedAt: Date | null = null
        let reminders = 0
        for (let day = 0; ; day += 1) {
          const call = silenceCallsFor({ state, movedAt: MOVED, remindedAt }, dayOf(later(day)))
          if (call === 'lapse') {
            expect(dayOf(later(day))).toBe(lapseDayOf(state, MOVED))
            break
          }
          if (call === 'remind') {
            reminders += 1
            remindedAt = new Date(later(day).getTime() + 1)
          }
        }
        expect(reminders).toBe(silenceRuleOf(state)?.remindAfter.length)
      }),
    )
  })
})
