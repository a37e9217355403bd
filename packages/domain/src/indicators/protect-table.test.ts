import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SMALLEST_CELL, protectTable } from './index.ts'

type Grid = number[][]

const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0)

/** Totals at the right and below. */
const withMargins = (inner: Grid): Grid => {
  const rows = inner.map((row) => [...row, sum(row)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))]
}

/** A system of linear equations over named unknowns, solved exactly by elimination over a prime field. */
const PRIME = 1_000_003n
const inverse = (value: bigint): bigint => {
  let [result, base, exponent] = [1n, value, PRIME - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** The unknowns with exactly one solution, whatever the values: those whose unit vector the equations span. */
const determined = (equations: Map<string, bigint>[], unknowns: readonly string[]): Set<string> => {
  const rows = equations.map((equation) => unknowns.map((name) => equation.get(name) ?? 0n))
  let rank = 0
  for (let column = 0; column < unknowns.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0n)
    if (pivot < 0) continue
    const line = rows.splice(pivot, 1)[0] ?? []
    const factor = inverse(((line[column] ?? 0n) + PRIME) % PRIME)
    const scaled = line.map((value) => (((value * factor) % PRIME) + PRIME) % PRIME)
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0n
      if (times !== 0n) rows[index] = row.map((value, at) => (value - times * (scaled[at] ?? 0n)) % PRIME)
    }
    rows.splice(rank, 0, scaled)
    rank += 1
  }
  const alone = rows.filter((row) => row.filter((value) => value !== 0n).length === 1)
  return new Set(alone.map((row) => unknowns[row.findIndex((value) => value !== 0n)] ?? ''))
}

/** What a reader knows of tables that share their totals: one equation for each line, without what is printed. */
const equationsOf = (
  tables: { name: string; counts: Grid; hidden: boolean[][]; unknown?: boolean[][] }[],
): Map<string, bigint>[] => {
  const equations: Map<string, bigint>[] = []
  for (const { name, counts, hidden, unknown: given } of tables) {
    const [rows, columns] = [counts.length, counts[0]?.length ?? 0]
    const nameOf = (row: number, column: number) =>
      row === rows - 1 ? `total ${column}` : `${name} ${row} ${column}`
    // An empty cell is printed as empty: it hides nobody and is known.
    const unknown = (row: number, column: number) =>
      given
        ? given[row]?.[column] === true
        : hidden[row]?.[column] === true && (counts[row]?.[column] ?? 0) > 0
    const line = (cells: [number, number][]) => {
      const equation = new Map<string, bigint>()
      cells.forEach(([row, column], index) => {
        if (unknown(row, column))
          equation.set(nameOf(row, column), index === cells.length - 1 ? PRIME - 1n : 1n)
      })
      equations.push(equation)
    }
    for (let row = 0; row < rows; row += 1) {
      line(Array.from({ length: columns }, (_, column): [number, number] => [row, column]))
    }
    if (rows === 1) continue
    for (let column = 0; column < columns; column += 1) {
      line(Array.from({ length: rows }, (_, row): [number, number] => [row, column]))
    }
  }
  return equations
}

/** Totals named for their own table: equationsOf takes those of all tables for one. */
const named = (table: string, name: string, counts: Grid): string =>
  name.startsWith('total ') ? `${table} ${counts.length - 1} ${name.slice(6)}` : name

/** A part of a hidden cell may be empty without anybody being told; the whole of an empty cell is printed. */
const unknownParts = (whole: Grid, hidden: boolean[][]): boolean[][] =>
  whole.map((line, row) => line.map((count, column) => hidden[row]?.[column] === true && count > 0))

const smallCells = (name: string, counts: Grid): string[] =>
  counts.flatMap((row, at) =>
    row.flatMap((count, column) => {
      if (count === 0 || count >= DEFAULT_SMALLEST_CELL) return []
      return [at === counts.length - 1 ? `total ${column}` : `${name} ${at} ${column}`]
    }),
  )

const expectSafe = (tables: { name: string; counts: Grid; hidden: boolean[][] }[]) => {
  const equations = equationsOf(tables)
  const unknowns = [...new Set(equations.flatMap((equation) => [...equation.keys()]))]
  const known = determined(equations, unknowns)
  const small = tables.flatMap(({ name, counts }) => smallCells(name, counts))
  for (const cell of small) {
    expect(unknowns).toContain(cell)
    expect(known.has(cell)).toBe(false)
  }
}

const grid = (rows: number, columns: number) =>
  fc.array(
    fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(4), fc.nat(20)), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: rows, maxLength: rows },
  )

describe('a public table', () => {
  it('hides nothing where every cell is large or empty', () => {
    const counts = withMargins([
      [3, 0, 8],
      [5, 4, 0],
    ])
    expect(protectTable({ layers: [counts] }).flat()).not.toContain(true)
  })

  it('hides what subtraction from the totals would uncover, the smallest first', () => {
    const counts = withMargins([
      [1, 9, 9],
      [8, 5, 9],
      [9, 9, 9],
    ])
    const hidden = protectTable({ layers: [counts] })
    const cells = hidden.flatMap((row, at) =>
      row.flatMap((value, column) => (value ? [`${at}${column}`] : [])),
    )
    expect(cells).toEqual(['00', '01', '10', '11'])
  })

  it('breaks a bridge between two rings, which sums alone would solve', () => {
    fc.assert(
      fc.property(grid(5, 4), (inner) => {
        const counts = withMargins(inner)
        expectSafe([{ name: 'a', counts, hidden: protectTable({ layers: [counts] }) }])
      }),
      { numRuns: 300 },
    )
  })

  it('no small cell can be solved for, by elimination over tables that share their totals', () => {
    const pair = fc
      .tuple(grid(4, 5), fc.array(fc.nat(3), { minLength: 400, maxLength: 400 }))
      .map(([inner, turns]) => {
        // The same contracts broken down another way: every column keeps its total.
        let turn = 0
        const other: Grid = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => 0))
        for (const row of inner) {
          row.forEach((count, column) => {
            for (let index = 0; index < count; index += 1) {
              const line = other[turns[turn % turns.length] ?? 0]
              turn += 1
              if (line) line[column] = (line[column] ?? 0) + 1
            }
          })
        }
        return [withMargins(inner), withMargins(other)] as const
      })
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const totalCounts = [left.at(-1) ?? []]
        const [totals] = protectTable({ layers: [totalCounts] })
        const decided = totals ?? []
        expectSafe([
          { name: 'total', counts: totalCounts, hidden: [decided] },
          { name: 'a', counts: left, hidden: protectTable({ layers: [left], totals: decided }) },
          { name: 'b', counts: right, hidden: protectTable({ layers: [right], totals: decided }) },
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('what is hidden in a line with a printed total stands on enough contracts', () => {
    fc.assert(
      fc.property(grid(4, 4), (inner) => {
        const counts = withMargins(inner)
        const hidden = protectTable({ layers: [counts] })
        for (const [at, row] of counts.entries()) {
          if (hidden[at]?.at(-1)) continue
          const together = sum(row.slice(0, -1).filter((_, column) => hidden[at]?.[column]))
          expect(together === 0 || together >= DEFAULT_SMALLEST_CELL).toBe(true)
        }
      }),
    )
  })

  it('a cell is small when one of its parts is', () => {
    const self = withMargins([
      [4, 6],
      [5, 7],
    ])
    const out = withMargins([
      [1, 6],
      [5, 7],
    ])
    expect(protectTable({ layers: [self, out] })[0]?.[0]).toBe(true)
  })

  it('no small part of a cell can be solved for from views that add the parts up', () => {
    const parts = fc.tuple(grid(3, 4), grid(3, 4), grid(3, 4), grid(3, 4))
    fc.assert(
      fc.property(parts, (inner) => {
        const layers = inner.map(withMargins)
        const whole = withMargins(
          (inner[0] ?? []).map((row, at) =>
            row.map((_, column) => sum(inner.map((part) => part[at]?.[column] ?? 0))),
          ),
        )
        const registered = protectTable({ layers: [whole] })
        const flows = protectTable({ layers, sensitive: registered })
        const tables = [
          { name: 'whole', counts: whole, hidden: registered },
          ...layers.map((counts, index) => ({
            name: `part${index}`,
            counts,
            hidden: flows,
            unknown: unknownParts(whole, flows),
          })),
        ]
        // Here every table has totals of its own.
        const equations = tables.flatMap((table) =>
          equationsOf([table]).map(
            (equation) =>
              new Map([...equation].map(([name, times]) => [named(table.name, name, whole), times])),
          ),
        )
        for (const [row, line] of whole.entries()) {
          for (const column of line.keys()) {
            const equation = new Map<string, bigint>()
            for (const [index, { name, counts, hidden, ...table }] of tables.entries()) {
              const open = 'unknown' in table ? !table.unknown[row]?.[column] : !hidden[row]?.[column]
              if (open || (index === 0 && counts[row]?.[column] === 0)) continue
              equation.set(`${name} ${row} ${column}`, index === 0 ? PRIME - 1n : 1n)
            }
            equations.push(equation)
          }
        }
        const unknowns = [...new Set(equations.flatMap((equation) => [...equation.keys()]))]
        const known = determined(equations, unknowns)
        for (const { name, counts } of tables) {
          for (const [row, line] of counts.entries()) {
            for (const [column, count] of line.entries()) {
              if (count === 0 || count >= DEFAULT_SMALLEST_CELL) continue
              expect(unknowns).toContain(`${name} ${row} ${column}`)
              expect(known.has(`${name} ${row} ${column}`)).toBe(false)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
