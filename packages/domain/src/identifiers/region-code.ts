import { DIGIT, type IdentifierResult, misfit, problemAt, readTyped, repeated, textOf } from './typed-text.ts'

export type RegionLevel = 'province' | 'city' | 'county'

const PROVINCES = [
  '11 12 13 14 15',
  '21 22 23',
  '31 32 33 34 35 36 37',
  '41 42 43 44 45 46',
  '50 51 52 53 54',
  '61 62 63 64 65',
  '71 81 82',
]
  .join(' ')
  .split(' ')

export const regionLevelOf = (code: string): RegionLevel => {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** Reads a GB/T 2260 code by its form alone; whether the region existed on a day is reference data. */
export const parseRegionCode = (typed: string): IdentifierResult<{ readonly level: RegionLevel }> => {
  const chars = readTyped(typed)
  const wrong = misfit(chars, repeated(DIGIT, 6), 'region')
  if (wrong) return wrong
  const value = textOf(chars)
  if (!PROVINCES.includes(value.slice(0, 2))) {
    return problemAt('region.unknown_province', chars[0]?.position ?? 1, '11-82')
  }
  return { ok: true, value, level: regionLevelOf(value) }
}

/** The province of a region ('450103' → '450000'). */
export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`

/** The prefecture-level city of a region ('450103' → '450100'); a province stays itself. */
export const cityOf = (code: string): string => `${code.slice(0, 4)}00`

/** Whether `code` lies in `area` or is it ('450103' lies in '450100' and '450000'). */
export const isWithinRegion = (code: string, area: string): boolean => {
  const level = regionLevelOf(area)
  if (level === 'province') return provinceOf(code) === area
  return level === 'city' ? cityOf(code) === area : code === area
}
