import { describe, expect, it } from 'vitest'
import * as codes from './index.ts'
import {
  type CodeItem,
  isCodeOf,
  labelOf,
  PARTY_KINDS,
  PLAN_INDUSTRIES,
  PLAN_INDUSTRY_GROUPS,
} from './index.ts'

const isCodeList = (value: unknown): value is CodeItem[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'code' in item)

const lists = Object.entries(codes).flatMap(([name, value]) =>
  isCodeList(value) ? [[name, value] as const] : [],
)

describe('code lists', () => {
  it.each(lists)('%s has every code once, named in both languages', (_, list) => {
    expect(list.length).toBeGreaterThan(0)
    expect(list.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([])
    const spans = list.map((item) => `${item.code} ${'validTo' in item ? item.validTo : ''}`)
    expect(new Set(spans).size).toBe(list.length)
  })

  it('give the name of a code, and the code itself when unknown', () => {
    expect(labelOf(codes.TRANSFER_MODES, 'sole_licence', 'zh-CN')).toBe('排他许可')
    expect(labelOf(codes.TRANSFER_MODES, 'sole_licence', 'en')).toBe('Sole licence')
    expect(labelOf(codes.TRANSFER_MODES, 'unknown', 'en')).toBe('unknown')
  })

  it('keep their trees whole', () => {
    for (const { parent } of PARTY_KINDS) expect(parent === null || isCodeOf(PARTY_KINDS, parent)).toBe(true)
    for (const { group } of PLAN_INDUSTRIES) expect(isCodeOf(PLAN_INDUSTRY_GROUPS, group)).toBe(true)
    for (const kind of Object.values(codes.DEFAULT_PARTY_KINDS))
      expect(isCodeOf(PARTY_KINDS, kind)).toBe(true)
  })
})
