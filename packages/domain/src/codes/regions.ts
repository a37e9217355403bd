import type { CodeItem } from './code-list.ts'
import type { CodeRow } from './code-row.ts'
import { NANNING_COUNTIES, NANNING_SUCCESSIONS } from './regions/nanning-counties.ts'
import { PREFECTURES } from './regions/prefectures.ts'
import { PROVINCES } from './regions/provinces.ts'

export interface RegionEntry extends CodeItem {
  level: 'province' | 'prefecture' | 'county'
  /** The place it lies in; null for a province. */
  parent: string | null
  /** First and last calendar day of the code, where the table knows a change; null: open. */
  validFrom: string | null
  validTo: string | null
  /** The code that followed a code no longer given. */
  successor: string | null
}

const parentOf = (code: string): string | null => {
  if (code.endsWith('0000')) return null
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}

const levelOf = (code: string): RegionEntry['level'] => {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const sinceOf = (code: string): string | null =>
  NANNING_SUCCESSIONS.find(({ successor }) => successor === code)?.since ?? null

const current = ([code, zh, en]: CodeRow): RegionEntry => ({
  code,
  zh,
  en,
  level: levelOf(code),
  parent: parentOf(code),
  validFrom: sinceOf(code),
  validTo: null,
  successor: null,
})

/**
 * Provinces and prefectures of the whole country and the counties of Nanning, former codes included.
 * Elsewhere a county counts as its prefecture: the turnover's flows are read no finer than that.
 */
export const REGION_ENTRIES: readonly RegionEntry[] = [
  ...[...PROVINCES, ...PREFECTURES, ...NANNING_COUNTIES].map(current),
  ...NANNING_SUCCESSIONS.map(({ former, successor, since }) => ({
    ...current(former),
    validTo: dayBefore(since),
    successor,
  })),
]

const BY_CODE = new Map(REGION_ENTRIES.map((entry) => [entry.code, entry]))

export const findRegion = (code: string): RegionEntry | undefined => BY_CODE.get(code)

/** Whether a code was given on a calendar day; codes the table has no dates for are always given. */
export const isRegionCodeOn = (code: string, on: string): boolean => {
  const entry = BY_CODE.get(code)
  if (!entry) return false
  return (entry.validFrom ?? on) <= on && on <= (entry.validTo ?? on)
}

/** The code to store for a place today: a former code gives its successor. */
export const currentRegionCode = (code: string): string => BY_CODE.get(code)?.successor ?? code

/** Places offered for choice inside one place (null: the provinces), former codes left out. */
export const regionsIn = (parent: string | null): RegionEntry[] =>
  REGION_ENTRIES.filter((entry) => entry.parent === parent && entry.validTo === null)
