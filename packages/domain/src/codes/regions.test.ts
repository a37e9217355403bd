import { describe, expect, test } from 'vitest'
import { currentRegionCode, findRegion, isRegionCodeOn, REGION_ENTRIES, regionsIn } from './index.ts'

describe('regions', () => {
  test('have unique six-digit codes, both names, and a parent that exists', () => {
    const codes = REGION_ENTRIES.map((entry) => entry.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, zh, en, parent } of REGION_ENTRIES) {
      expect(code).toMatch(/^\d{6}$/)
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^\p{Script=Latin}/u)
      if (parent !== null) expect(findRegion(parent)).toBeDefined()
    }
  })

  test('offer the present counties of Nanning and leave former ones out', () => {
    const codes = regionsIn('450100').map((entry) => entry.code)
    expect(codes).toHaveLength(12)
    expect(codes).toContain('450181')
    expect(codes).not.toContain('450127')
    expect(regionsIn('450000')).toHaveLength(14)
    expect(regionsIn(null)).toHaveLength(34)
  })

  test('know a former code only in its time, and its successor', () => {
    expect(isRegionCodeOn('450127', '2020-06-30')).toBe(true)
    expect(isRegionCodeOn('450127', '2022-01-01')).toBe(false)
    expect(isRegionCodeOn('450181', '2020-06-30')).toBe(false)
    expect(isRegionCodeOn('450181', '2026-01-01')).toBe(true)
    expect(isRegionCodeOn('999999', '2026-01-01')).toBe(false)
    expect(currentRegionCode('450122')).toBe('450110')
    expect(currentRegionCode('450103')).toBe('450103')
  })
})
