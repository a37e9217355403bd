import { DEFAULT_SMALLEST_CELL, drawWeight, FigureAudit, type FigureMember } from './figure-audit.ts'
import { addTurnover, type TurnoverSum, ZERO_TURNOVER } from './sum-turnover.ts'
import { TURNOVER_BREAKDOWNS, type TurnoverBreakdown } from './turnover-breakdowns.ts'
import {
  CLASSES_OF_VIEW,
  type FlowClass,
  flowClassOf,
  type Place,
  TURNOVER_VIEWS,
  type TurnoverView,
} from './turnover-views.ts'

/**
 * So many contracts are audited together, in the order of their release; of the others the reader is taken to know
 * every amount. More would hold fewer figures back and take longer.
 */
const AUDITED_TOGETHER = 600

/** What the public may read of a year, the figures asked for most first; `year` is the total. */
const BREAKDOWNS = TURNOVER_BREAKDOWNS.filter(({ code, public: open }) => open && code !== 'year').map(
  ({ code }) => code,
)
const FIRST: readonly TurnoverBreakdown[] = ['total', 'type', 'quarter', 'field', 'planIndustry', 'month']

export interface FigureKey {
  view: TurnoverView
  by: TurnoverBreakdown
  /** Empty for the total. */
  code: string
}

/** A line of the ledger in one year, with the release that counted it first. */
export interface ReleasedLine extends TurnoverSum {
  release: number
  registrationId: string
  version: number
  direction: 'book' | 'reverse'
  /** From every place that figures were ever seen from: 'seller place-buyer place'. */
  flows: Readonly<Record<string, string>>
  codes: Readonly<Partial<Record<TurnoverBreakdown, string>>>
}

/** A figure as a release stated it, or none while it cannot be stated. */
export type ReleasedFigure = FigureKey & { release: number; sum: TurnoverSum | null }

interface Cell extends FigureKey {
  members: FigureMember[]
  sum: TurnoverSum
}

const keyOf = ({ view, by, code }: FigureKey): string => `${view} ${by} ${code}`

const rankOf = ({ view, by }: FigureKey): number => {
  const first = FIRST.indexOf(by)
  if (by === 'total' && view !== 'registered') return FIRST.indexOf('type') + 0.5
  if (view === 'registered') return first < 0 ? 200 + BREAKDOWNS.indexOf(by) : first
  return 300 + (first < 0 ? FIRST.length + BREAKDOWNS.indexOf(by) : first)
}

const inOrder = (left: Cell, right: Cell): number =>
  rankOf(left) - rankOf(right) ||
  right.members.length - left.members.length ||
  (keyOf(left) < keyOf(right) ? -1 : 1)

/** The contracts that stand after the lines so far, each with its place and the weight of its version. */
class Standing {
  private readonly standing = new Map<string, ReleasedLine>()
  private readonly places = new Map<string, number>()
  private readonly weights = new Map<string, number>()
  private readonly lines: readonly ReleasedLine[]
  private next = 0

  constructor(lines: readonly ReleasedLine[], random: () => number) {
    this.lines = lines
    for (const { registrationId, version } of lines) {
      if (!this.places.has(registrationId)) this.places.set(registrationId, this.places.size)
      const name = `${registrationId} ${version}`
      if (!this.weights.has(name)) this.weights.set(name, drawWeight(random))
    }
  }

  get contracts(): number {
    return this.places.size
  }

  /** Takes in everything up to a release; releases come in order. */
  moveTo(release: number): void {
    for (let line = this.lines[this.next]; line && line.release <= release; line = this.lines[this.next]) {
      const { registrationId, version } = line
      if (line.direction === 'book') this.standing.set(registrationId, line)
      else if (this.standing.get(registrationId)?.version === version) this.standing.delete(registrationId)
      this.next += 1
    }
  }

  /** Every figure as it stands, seen from a place. */
  cells(home: string): Map<string, Cell> {
    const cells = new Map<string, Cell>()
    for (const line of this.standing.values()) {
      const contract = this.places.get(line.registrationId) ?? 0
      const member = { contract, weight: this.weights.get(`${line.registrationId} ${line.version}`) ?? 1 }
      const flow = line.flows[home] ?? ''
      const codes = { ...line.codes, flow }
      for (const { code: view } of TURNOVER_VIEWS) {
        if (!CLASSES_OF_VIEW[view].includes(classOf(flow))) continue
        for (const by of BREAKDOWNS) {
          const figure = { view, by, code: codes[by] ?? '' }
          const key = keyOf(figure)
          const cell = cells.get(key) ?? { ...figure, members: [], sum: ZERO_TURNOVER }
          cell.members.push(member)
          cell.sum = addTurnover(cell.sum, line)
          cells.set(key, cell)
        }
      }
    }
    for (const { members } of cells.values()) members.sort((left, right) => left.contract - right.contract)
    return cells
  }
}

const classOf = (flow: string): FlowClass => {
  const [seller = 'abroad', buyer = 'abroad'] = flow.split('-') as Place[]
  return flowClassOf(seller, buyer)
}

const alike = (left: readonly FigureMember[], right: readonly FigureMember[]): boolean =>
  left.length === right.length &&
  left.every(
    ({ contract, weight }, index) => right[index]?.contract === contract && right[index].weight === weight,
  )

/** The audits of all the contracts of a year, so many together. */
class YearAudit {
  private readonly audits = new Map<number, FigureAudit>()
  private readonly contracts: number
  private readonly random: () => number

  constructor(contracts: number, random: () => number) {
    this.contracts = contracts
    this.random = random
  }

  private *parts(members: readonly FigureMember[]): Generator<[FigureAudit, FigureMember[]]> {
    const groups = Map.groupBy(members, ({ contract }) => Math.floor(contract / AUDITED_TOGETHER))
    for (const [group, part] of groups) {
      const begin = group * AUDITED_TOGETHER
      const audit =
        this.audits.get(group) ??
        new FigureAudit(Math.min(AUDITED_TOGETHER, this.contracts - begin), this.random)
      this.audits.set(group, audit)
      yield [audit, part.map(({ contract, weight }) => ({ contract: contract - begin, weight }))]
    }
  }

  allows(members: readonly FigureMember[]): boolean {
    if (members.length < DEFAULT_SMALLEST_CELL) return false
    for (const [audit, part] of this.parts(members)) if (!audit.allows(part)) return false
    return true
  }

  publish(members: readonly FigureMember[]): void {
    for (const [audit, part] of this.parts(members)) audit.publish(part)
  }
}

export interface YearToRelease {
  /** Every released line of the year, in the order of release and ledger. */
  lines: readonly ReleasedLine[]
  /** Every figure of the year that earlier releases stated, or first could not state, in the order of release. */
  earlier: readonly (FigureKey & { release: number; home: string; stated: boolean })[]
  release: number
  /** The place that flows are seen from. */
  home: string
  random: () => number
}

/**
 * What a release states anew of one year: every figure that has changed and that, together with all that was ever
 * published of the year, tells nothing about one or two contracts. All others stay as they were stated last. Yields
 * between figures, for it may take minutes.
 */
export function* releaseFigures({
  lines,
  earlier,
  release,
  home,
  random,
}: YearToRelease): Generator<void, ReleasedFigure[]> {
  const standing = new Standing(lines, random)
  const audit = new YearAudit(standing.contracts, random)
  const last = new Map<string, { figure: FigureKey; members: FigureMember[] }>()
  for (const [past, figures] of Map.groupBy(earlier, (figure) => figure.release)) {
    standing.moveTo(past)
    const cells = standing.cells(figures[0]?.home ?? home)
    for (const figure of figures.filter(({ stated }) => stated)) {
      const members = cells.get(keyOf(figure))?.members ?? []
      audit.publish(members)
      last.set(keyOf(figure), { figure, members })
      yield
    }
  }
  standing.moveTo(release)
  const cells = standing.cells(home)
  const result: ReleasedFigure[] = []
  for (const [key, { figure, members }] of last) {
    const { view, by, code } = figure
    if (members.length > 0 && !cells.has(key)) result.push({ view, by, code, release, sum: ZERO_TURNOVER })
  }
  const known = new Set(earlier.map(keyOf))
  for (const { members, sum, ...figure } of [...cells.values()].sort(inOrder)) {
    const key = keyOf(figure)
    if (alike(last.get(key)?.members ?? [], members)) continue
    if (audit.allows(members)) {
      audit.publish(members)
      result.push({ ...figure, release, sum })
    } else if (!known.has(key)) result.push({ ...figure, release, sum: null })
    yield
  }
  return result
}
