import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FigureAudit } from './figure-audit.ts'
import { type ReleasedFigure, type ReleasedLine, releaseFigures } from './index.ts'

/** Numbers from 0 up to 1, the same for the same seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const run = (work: Generator<void, ReleasedFigure[]>): ReleasedFigure[] => {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

interface Contract {
  type: string
  field: string
  month: string
  flow: string
}

type Act =
  | { kind: 'register'; contract: Contract }
  | { kind: 'change'; pick: number; contract: Contract }
  | { kind: 'cancel'; pick: number }
  | { kind: 'release' }

const contract = fc.record({
  type: fc.constantFrom('KF', 'ZR', 'FW'),
  field: fc.constantFrom('01', '02', '05'),
  month: fc.constantFrom('2026-01', '2026-02', '2026-06'),
  flow: fc.constantFrom('home-home', 'home-country', 'country-home', 'country-country'),
})
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: contract.map((made) => ({ kind: 'register' as const, contract: made })) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(40), contract).map(([pick, made]) => ({
      kind: 'change' as const,
      pick,
      contract: made,
    })),
  },
  { weight: 2, arbitrary: fc.nat(40).map((pick) => ({ kind: 'cancel' as const, pick })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'release' as const }) },
)

/** One version of one contract: what an amount is unknown of. */
interface Version {
  registrationId: string
  version: number
  line: Omit<ReleasedLine, 'release' | 'direction'>
}

interface Played {
  lines: ReleasedLine[]
  figures: ReleasedFigure[]
  /** What stood when each release was made. */
  states: Map<number, Version[]>
}

const HOME = '450100'

/** Plays a year with releases at random instants, each made as the product makes it. */
const play = (acts: readonly Act[]): Played => {
  const pending: Omit<ReleasedLine, 'release'>[] = []
  const standing = new Map<string, Version>()
  const played: Played = { lines: [], figures: [], states: new Map() }
  let made = 0
  const book = (registrationId: string, version: number, { month, flow, ...codes }: Contract) => {
    const fen = 1000 + 37 * (made + version)
    const line = {
      registrationId,
      version,
      contractCount: 1,
      contractAmountFen: fen,
      technologyAmountFen: fen,
      flows: { [HOME]: flow },
      codes: { ...codes, month, quarter: month < '2026-04' ? '2026-Q1' : '2026-Q2' },
    }
    standing.set(registrationId, { registrationId, version, line })
    pending.push({ ...line, direction: 'book' })
  }
  const takeBack = ({ line }: Version) => {
    standing.delete(line.registrationId)
    pending.push({
      ...line,
      direction: 'reverse',
      contractCount: -1,
      contractAmountFen: -line.contractAmountFen,
      technologyAmountFen: -line.technologyAmountFen,
    })
  }
  for (const one of [...acts, { kind: 'release' as const }]) {
    if (one.kind === 'register') {
      made += 1
      book(`contract ${made}`, 1, one.contract)
    } else if (one.kind === 'release') {
      const release = played.states.size + 1
      played.lines.push(...pending.splice(0).map((line) => ({ ...line, release })))
      const earlier = played.figures.map((figure) => ({ ...figure, home: HOME, stated: figure.sum !== null }))
      const asked = { lines: played.lines, earlier, release, home: HOME, random: randomOf(release) }
      played.figures.push(...run(releaseFigures(asked)))
      played.states.set(release, [...standing.values()])
    } else {
      const all = [...standing.values()]
      const picked = all[one.pick % Math.max(1, all.length)]
      if (!picked) continue
      takeBack(picked)
      if (one.kind === 'change') {
        const { month } = picked.line.codes
        book(picked.registrationId, picked.version + 1, { ...one.contract, month: month ?? '2026-01' })
      }
    }
  }
  return played
}

const CLASSES: Record<string, string[]> = {
  registered: ['home-home', 'home-country', 'country-home', 'country-country'],
  unique: ['home-home', 'home-country', 'country-home'],
  output: ['home-home', 'home-country'],
  intake: ['home-home', 'country-home'],
  self: ['home-home'],
}

const belongs = ({ line }: Version, { view, by, code }: ReleasedFigure): boolean => {
  const flow = line.flows[HOME] ?? ''
  if (!CLASSES[view]?.includes(flow)) return false
  return (by === 'flow' ? flow : (line.codes[by] ?? '')) === code
}

/** Exact fractions, so that the attack shares nothing with the defence. */
interface Fraction {
  over: bigint
  under: bigint
}
const gcd = (left: bigint, right: bigint): bigint => (right === 0n ? left : gcd(right, left % right))
const fraction = (over: bigint, under: bigint): Fraction => {
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under) || 1n
  const sign = under < 0n ? -1n : 1n
  return { over: (sign * over) / divisor, under: (sign * under) / divisor }
}
const times = (left: Fraction, right: Fraction) => fraction(left.over * right.over, left.under * right.under)
const minus = (left: Fraction, right: Fraction) =>
  fraction(left.over * right.under - right.over * left.under, left.under * right.under)
const ZERO = fraction(0n, 1n)

/** How many independent equations are left on the columns not named, by exact elimination. */
const rankOf = (rows: Fraction[][]): number => {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= rank && row[column]?.over !== 0n)
    if (at < 0) continue
    const [pivot = []] = left.splice(at, 1)
    left.splice(rank, 0, pivot)
    const head = pivot[column] ?? ZERO
    for (let index = rank + 1; index < left.length; index += 1) {
      const value = left[index]?.[column] ?? ZERO
      if (value.over === 0n) continue
      const factor = times(value, fraction(head.under, head.over))
      left[index] = (left[index] ?? []).map((cell, on) => minus(cell, times(factor, pivot[on] ?? ZERO)))
    }
    rank += 1
  }
  return rank
}

/**
 * The attacker knows which contract stands where at every release and solves for the amounts: sums over the contracts
 * named alone follow exactly when leaving their columns out leaves fewer independent equations.
 */
const learns = (rows: Fraction[][], owners: readonly string[], named: readonly string[]): boolean => {
  const others = rows.map((row) => row.filter((_, column) => !named.includes(owners[column] ?? '')))
  return rankOf(rows) > rankOf(others)
}

const attack = ({ figures, states }: Played): string[][] => {
  const versions = new Map<string, Version>()
  for (const version of [...states.values()].flat()) {
    versions.set(`${version.registrationId} ${version.version}`, version)
  }
  const columns = [...versions.keys()]
  const owners = [...versions.values()].map(({ registrationId }) => registrationId)
  const rows = figures
    .filter(({ sum }) => sum !== null)
    .map((figure) => {
      const inside = (states.get(figure.release) ?? []).filter((version) => belongs(version, figure))
      const names = new Set(inside.map(({ registrationId, version }) => `${registrationId} ${version}`))
      return columns.map((name) => fraction(names.has(name) ? 1n : 0n, 1n))
    })
  const contracts = [...new Set(owners)]
  const found: string[][] = []
  for (const [index, one] of contracts.entries()) {
    for (const other of contracts.slice(index)) {
      const named = [...new Set([one, other])]
      if (rows.length > 0 && learns(rows, owners, named)) found.push(named)
    }
  }
  return found
}

describe('what is released', () => {
  it('tells nothing of one or two contracts, whatever is registered, changed, cancelled and released when', () => {
    let stated = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 6, maxLength: 26 }), (acts) => {
        const played = play(acts)
        stated += played.figures.filter(({ sum }) => sum !== null && sum.contractCount > 0).length
        expect(attack(played)).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(stated).toBeGreaterThan(100)
  }, 120_000)

  it('is the figure of its release, to the fen', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 6, maxLength: 60 }), (acts) => {
        const { figures, states } = play(acts)
        for (const figure of figures) {
          if (figure.sum === null) continue
          const inside = (states.get(figure.release) ?? []).filter((version) => belongs(version, figure))
          const fen = inside.reduce((sum, { line }) => sum + line.contractAmountFen, 0)
          expect([figure.sum.contractCount, figure.sum.contractAmountFen]).toEqual([inside.length, fen])
          expect(inside.length === 0 || inside.length >= 3).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

const CONTRACT = { type: 'KF', field: '01', month: '2026-01', flow: 'home-country' }
const register = (times: number, contract: Contract = CONTRACT): Act[] =>
  Array.from({ length: times }, () => ({ kind: 'register', contract }))
const RELEASE: Act = { kind: 'release' }

const totals = (acts: readonly Act[]) =>
  play(acts)
    .figures.filter(({ view, by }) => view === 'registered' && by === 'total')
    .map(({ release, sum }) => [release, sum?.contractCount ?? null])

describe('a figure', () => {
  it('is stated anew once three contracts have changed it', () => {
    const acts = [RELEASE, ...register(2), RELEASE, ...register(2), RELEASE]
    const later = [...acts, ...register(1), RELEASE, ...register(1), RELEASE, ...register(1), RELEASE]
    expect(totals(later)).toEqual([
      [2, null],
      [3, 4],
      [6, 7],
    ])
  })

  it('is not stated anew where three changes leave one contract that was there before', () => {
    const cancel: Act = { kind: 'cancel', pick: 0 }
    expect(totals([...register(4), RELEASE, cancel, cancel, cancel, RELEASE])).toEqual([[1, 4]])
    expect(totals([...register(3), RELEASE, cancel, cancel, cancel, RELEASE])).toEqual([
      [1, 3],
      [2, 0],
    ])
  })

  it('is not stated where another breakdown differs from it by one contract', () => {
    const { figures } = play([...register(3), ...register(1, { ...CONTRACT, field: '02' })])
    const stated = figures.filter(({ view, sum }) => view === 'registered' && sum !== null)
    const names = stated.map(({ by, code, sum }) => `${by} ${code} ${sum?.contractCount}`)
    // Four of type KF, three of field 01: together they would tell the fourth.
    expect(names).toContain('type KF 4')
    expect(names.filter((name) => name.startsWith('field'))).toEqual([])
  })
})

describe('an audit', () => {
  const figure = (...contracts: number[]) => contracts.map((one) => ({ contract: one, weight: 7 }))

  it('allows what is known, and refuses what a difference would tell', () => {
    const audit = new FigureAudit(7, randomOf(1))
    expect(audit.allows(figure(0, 1))).toBe(false)
    audit.publish(figure(0, 1, 2, 3))
    expect(audit.allows(figure(0, 1, 2, 3))).toBe(true)
    expect(audit.allows(figure(0, 1))).toBe(false)
    expect(audit.allows(figure(0, 1, 2))).toBe(false)
    expect(audit.allows(figure(0, 1, 2, 3, 4, 5, 6))).toBe(true)
  })
})
