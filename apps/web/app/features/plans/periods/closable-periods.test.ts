import { expect, test } from 'vitest'
import { closablePeriods, spanOf } from './closable-periods.ts'

test('only what is over and not yet published can be closed', () => {
  const periods = closablePeriods('2026-11-23', ['2026-10', '2026-Q3'])
  expect(periods.slice(0, 2)).toEqual(['2026-09', '2026-08'])
  expect(periods).toContain('2026-Q2')
  expect(periods).toContain('2025')
  expect(periods).not.toContain('2026-11')
  expect(periods).not.toContain('2026-Q4')
  expect(periods).not.toContain('2026-Q3')
  expect(periods).not.toContain('2026')
})

test('a period runs from its first to its last day', () => {
  expect(spanOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(spanOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(spanOf('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
})
