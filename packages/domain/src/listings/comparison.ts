import type { FieldProblem } from '../index.ts'
import { LISTING_LIMITS } from './limits.ts'

/** One line of the economic comparison with what the buyer would use today. Figures stay text: '≤ 0.5', '约 12'. */
export interface ComparisonRow {
  aspectZh: string
  aspectEn: string
  unit: string
  ours: string
  leading: string
  /** Where both figures come from: a test report, a price list, a publication. */
  source: string
}

const PARTS = Object.keys(LISTING_LIMITS.comparison) as (keyof ComparisonRow)[]
const NEEDED = ['aspectZh', 'ours', 'leading'] as const

export const isEmptyComparisonRow = (row: ComparisonRow): boolean =>
  PARTS.every((part) => row[part].trim() === '')

const rowProblems = (row: ComparisonRow, path: string): FieldProblem[] => [
  ...NEEDED.filter((part) => row[part].trim() === '').map((part) => ({
    path: `${path}.${part}`,
    code: 'field.required',
  })),
  ...PARTS.filter((part) => row[part].length > LISTING_LIMITS.comparison[part]).map((part) => ({
    path: `${path}.${part}`,
    code: 'field.too_long',
    params: { maximum: LISTING_LIMITS.comparison[part], length: row[part].length },
  })),
]

interface Compared {
  comparison: readonly ComparisonRow[]
  leadingSolutionZh: string
  leadingSolutionEn: string
}

/** A comparison may be left out; one that is begun says what with, and gives both figures of every aspect. */
export const comparisonProblems = ({
  comparison,
  leadingSolutionZh,
  leadingSolutionEn,
}: Compared): FieldProblem[] => {
  const unnamed = comparison.length > 0 && leadingSolutionZh.trim() === '' && leadingSolutionEn.trim() === ''
  return [
    ...(unnamed ? [{ path: 'leadingSolutionZh', code: 'field.required' }] : []),
    ...comparison.flatMap((row, at) => rowProblems(row, `comparison.${at}`)),
  ]
}
