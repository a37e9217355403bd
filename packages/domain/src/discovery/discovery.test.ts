import { describe, expect, it } from 'vitest'
import { digestDue, missTermOf, weekOf } from './index.ts'

describe('weeks and digests', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2026-03-01', '2026-02-23'],
    ['2025-01-01', '2024-12-30'],
  ])('%s lies in the week of %s', (date, monday) => expect(weekOf(date)).toBe(monday))

  it.each([
    ['daily', '2026-03-03', '2026-03-02', true],
    ['daily', '2026-03-03', '2026-03-03', false],
    ['weekly', '2026-03-09', '2026-03-04', true],
    ['weekly', '2026-03-08', '2026-03-02', false],
    // Nobody was at work on the Monday.
    ['weekly', '2026-03-10', '2026-03-02', true],
    ['weekly', '2026-03-10', '2026-03-09', false],
    ['instant', '2026-03-10', '2026-03-01', false],
  ] as const)('a %s digest on %s after one on %s: %s', (cadence, today, last, due) =>
    expect(digestDue(cadence, today, last)).toBe(due),
  )
})

describe('terms without results', () => {
  it.each([
    ['  Ｇraphene　Film ', 'graphene film'],
    ['沃柑保鲜', '沃柑保鲜'],
    ['13800001111', null],
    ['张三 138 0000 1111', null],
    ['a@example.com', null],
    ['x', null],
    ['一'.repeat(61), null],
    ['a b c d e f g h i', null],
    ['h01m 10/0525', 'h01m 10/0525'],
  ])('%s → %s', (text, term) => expect(missTermOf(text)).toBe(term))
})
