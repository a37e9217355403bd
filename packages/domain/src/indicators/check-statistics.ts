import type { Fen } from '../index.ts'
import type { StatisticFlow, StatisticProblem, StatisticValue } from './official-statistics.ts'
import { WHOLE_COUNTRY } from './statistics-places.ts'

const MEASURES = ['contractCount', 'contractAmountFen'] as const
type Measure = (typeof MEASURES)[number]

/** One period and flow: the published whole, what its places sum to and what is in no place (abroad, unassigned). */
export interface StatisticTotal {
  period: string
  flow: StatisticFlow
  places: number
  nationCount: number | null
  placesCount: number
  nationAmountFen: Fen | null
  placesAmountFen: Fen
}

const sumOf = (values: readonly StatisticValue[], measure: Measure): number =>
  values.reduce((sum, value) => sum + (value[measure] ?? 0), 0)

const byTime = (left: StatisticTotal, right: StatisticTotal): number =>
  left.period === right.period ? left.flow.localeCompare(right.flow) : left.period.localeCompare(right.period)

/** The totals a table reproduces, period by period. */
export const totalStatistics = (values: readonly StatisticValue[]): StatisticTotal[] => {
  const groups = Map.groupBy(values, ({ period, flow }) => `${period} ${flow}`)
  return [...groups.values()]
    .flatMap((group): StatisticTotal[] => {
      const [first] = group
      if (!first) return []
      const nation = group.find(({ place }) => place === WHOLE_COUNTRY)
      const places = group.filter(({ place }) => place !== WHOLE_COUNTRY)
      return [
        {
          period: first.period,
          flow: first.flow,
          places: places.length,
          nationCount: nation?.contractCount ?? null,
          placesCount: sumOf(places, 'contractCount'),
          nationAmountFen: nation?.contractAmountFen ?? null,
          placesAmountFen: sumOf(places, 'contractAmountFen'),
        },
      ]
    })
    .sort(byTime)
}

/** A published figure is rounded to its unit, mostly ten thousand yuan: each may be half of it off. */
const HALF_UNIT_FEN = 500_000
/** Amounts stated in hundred millions to one decimal. */
const COARSE_FEN = 1_000_000_000

const problem = (
  code: string,
  params: Record<string, unknown>,
  severity: StatisticProblem['severity'],
): StatisticProblem => ({ row: 0, path: 'value', code, params, severity })

const nationProblems = (total: StatisticTotal): StatisticProblem[] => {
  const { period, flow, places, nationCount, placesCount, nationAmountFen, placesAmountFen } = total
  const toleranceFen = (places + 1) * HALF_UNIT_FEN
  return [
    ...(nationCount !== null && placesCount > nationCount
      ? [problem('statistics.places_exceed_nation', { period, flow, measure: 'contractCount' }, 'warning')]
      : []),
    ...(nationAmountFen !== null && placesAmountFen > nationAmountFen + toleranceFen
      ? [
          problem(
            'statistics.places_exceed_nation',
            { period, flow, measure: 'contractAmountFen' },
            'warning',
          ),
        ]
      : []),
  ]
}

/** unique = output + intake − self, and what is inside is no more than either side (invariant 8). */
const flowProblems = (values: readonly StatisticValue[]): StatisticProblem[] => {
  const [first] = values
  const known = new Map(values.map((value) => [value.flow, value]))
  const [output, intake, self] = [known.get('output'), known.get('intake'), known.get('self')]
  if (!first || !output || !intake || !self) return []
  const { place, period } = first
  return MEASURES.flatMap((measure) => {
    const [sold, bought, inside] = [output[measure], intake[measure], self[measure]]
    if (sold === null || bought === null || inside === null) return []
    const whole = known.get('unique')?.[measure] ?? sold + bought - inside
    const tolerance = measure === 'contractCount' ? 0 : 2 * COARSE_FEN
    const apart = Math.abs(sold + bought - inside - whole) > tolerance
    const params = { place, period, measure }
    return [
      ...(apart ? [problem('statistics.flows_do_not_add', params, 'error')] : []),
      ...(inside > Math.min(sold, bought) ? [problem('statistics.inside_too_large', params, 'error')] : []),
    ]
  })
}

/** What the figures of a table say against one another. */
export const checkStatistics = (values: readonly StatisticValue[]): StatisticProblem[] => [
  ...totalStatistics(values).flatMap(nationProblems),
  ...[...Map.groupBy(values, ({ place, period }) => `${place} ${period}`).values()].flatMap(flowProblems),
]

/** Each contract of a place once, where what stays inside is known: output + intake − self (invariant 8). */
export const uniqueOf = (values: readonly StatisticValue[], measure: Measure): number | null => {
  const of = (flow: StatisticFlow) => values.find((value) => value.flow === flow)?.[measure] ?? null
  const [stated, output, intake, self] = [of('unique'), of('output'), of('intake'), of('self')]
  if (stated !== null) return stated
  return output === null || intake === null || self === null ? null : output + intake - self
}

/** More than twice, or less than half, of the figure before: the two are hardly counted alike. */
export const isSeriesBreak = (beforeFen: Fen | null, fen: Fen | null): boolean =>
  beforeFen !== null && fen !== null && beforeFen > 0 && (fen > 2 * beforeFen || 2 * fen < beforeFen)
