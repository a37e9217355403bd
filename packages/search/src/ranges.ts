import type { Facet, Range, SearchRanges } from './engine.ts'

/** The facet that shows what a range narrows. */
export const RANGE_OF: Partial<Record<Facet, keyof SearchRanges>> = {
  priceBand: 'priceFen',
  maturityLevel: 'maturityLevel',
}

export const isBounded = (range: Range | undefined): range is Range =>
  range !== undefined && (range.min !== undefined || range.max !== undefined)

/** Both ends belong to it; what lacks the figure is outside. */
export const isWithin = (value: number | null, { min, max }: Range): boolean =>
  value !== null && (min === undefined || value >= min) && (max === undefined || value <= max)
