import { describe, expect, test } from 'vitest'
import { INDUSTRY_ENTRIES, IPC_ENTRIES, industryHeading, ipcHeading } from './index.ts'

describe('IPC headings', () => {
  const codes = IPC_ENTRIES.map((entry) => entry.code)

  test('hold every section, class and subclass once, each under its parent', () => {
    const count = (level: string) => IPC_ENTRIES.filter((entry) => entry.level === level).length
    expect([count('section'), count('class'), count('subclass')]).toEqual([8, 132, 655])
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) {
      expect(code).toMatch(/^[A-H](\d{2}[A-Z]?)?$/)
      if (code.length > 1) expect(codes).toContain(code.length === 3 ? code.slice(0, 1) : code.slice(0, 3))
    }
  })

  test('have a title in both languages', () => {
    for (const { zh, en } of IPC_ENTRIES) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  test('are found for a full symbol, with or without its space', () => {
    expect(ipcHeading('A01H 5/00')?.en).toBe('New plants, breeding, tissue culture')
    expect(ipcHeading('c12n15/82')?.code).toBe('C12N')
    expect(ipcHeading('Z99Z')).toBeUndefined()
  })
})

describe('GB/T 4754-2017 headings', () => {
  test('are 20 sections and 97 divisions in both languages', () => {
    const sections = INDUSTRY_ENTRIES.filter((entry) => entry.level === 'section')
    const divisions = INDUSTRY_ENTRIES.filter((entry) => entry.level === 'division')
    expect(sections.map((entry) => entry.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(divisions.map((entry) => Number(entry.code))).toEqual(Array.from({ length: 97 }, (_, i) => i + 1))
    for (const { zh, en } of INDUSTRY_ENTRIES) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  test('are found for divisions, groups and classes, with or without the letter', () => {
    expect(industryHeading('26')?.en).toBe('Manufacture of chemical raw materials and products')
    expect(industryHeading('2614')?.code).toBe('26')
    expect(industryHeading('C26')?.section).toBe('C')
    expect(industryHeading('A')?.level).toBe('section')
  })

  test('are not found outside the standard or under the wrong letter', () => {
    expect(industryHeading('98')).toBeUndefined()
    expect(industryHeading('A26')).toBeUndefined()
    expect(industryHeading('26145')).toBeUndefined()
    expect(industryHeading('')).toBeUndefined()
  })
})
