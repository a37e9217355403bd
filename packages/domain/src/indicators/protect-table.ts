import { findBridges, joinedWithout, type TableGraph } from './table-graph.ts'

/** A public table stands on at least so many contracts in each cell (invariant 10). */
export const DEFAULT_SMALLEST_CELL = 3

export interface PublicTable {
  /**
   * Counts of contracts, [layer][row][column], with margins: the last row sums the others, the last column too. Layers
   * are parts of one count that the reader also knows apart (a view of the flows each); one when there are none.
   */
  layers: readonly (readonly (readonly number[])[])[]
  /** Cells that must be hidden for reasons of another table. */
  sensitive?: readonly (readonly boolean[])[]
  /** What was decided of the row of totals, which other tables show too; it is neither opened nor closed here. */
  totals?: readonly boolean[]
  smallest?: number
}

interface Cell {
  row: number
  column: number
}

class Protection {
  readonly hidden: boolean[][]
  readonly protectedCells: boolean[][]
  readonly rows: number
  readonly columns: number
  readonly layers: PublicTable['layers']
  readonly smallest: number
  readonly pinned: boolean

  constructor({ layers, sensitive, totals, smallest = DEFAULT_SMALLEST_CELL }: PublicTable) {
    this.layers = layers
    this.smallest = smallest
    this.rows = layers[0]?.length ?? 0
    this.columns = layers[0]?.[0]?.length ?? 0
    this.pinned = totals !== undefined
    this.protectedCells = this.map(
      (cell) => (sensitive?.[cell.row]?.[cell.column] ?? false) || this.isSmall(cell),
    )
    this.hidden = this.map((cell) =>
      this.isPinned(cell)
        ? (totals?.[cell.column] ?? false)
        : this.protectedCells[cell.row]?.[cell.column] === true,
    )
  }

  private map(decide: (cell: Cell) => boolean): boolean[][] {
    return Array.from({ length: this.rows }, (_, row) =>
      Array.from({ length: this.columns }, (_, column) => decide({ row, column })),
    )
  }

  private layerCounts({ row, column }: Cell): number[] {
    return this.layers.map((layer) => layer[row]?.[column] ?? 0)
  }

  private countOf(cell: Cell): number {
    return this.layerCounts(cell).reduce((sum, count) => sum + count, 0)
  }

  private isSmall(cell: Cell): boolean {
    return this.layerCounts(cell).some((count) => count > 0 && count < this.smallest)
  }

  private isMargin({ row, column }: Cell): boolean {
    return row === this.rows - 1 || column === this.columns - 1
  }

  private isPinned({ row }: Cell): boolean {
    return this.pinned && row === this.rows - 1
  }

  isHidden({ row, column }: Cell): boolean {
    return this.hidden[row]?.[column] === true
  }

  hide({ row, column }: Cell): void {
    const line = this.hidden[row]
    if (line) line[column] = true
  }

  *cells(): Generator<Cell> {
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) yield { row, column }
    }
  }

  /** The smallest cell that could be hidden too; a margin only where nothing inside will do. */
  candidate(fits: (cell: Cell) => boolean): Cell | null {
    let best: { cell: Cell; rank: number } | null = null
    for (const cell of this.cells()) {
      if (this.isHidden(cell) || this.isPinned(cell) || !fits(cell)) continue
      const count = this.countOf(cell)
      if (count === 0) continue
      const rank = count + (this.isMargin(cell) ? 1e12 : 0)
      if (!best || rank < best.rank) best = { cell, rank }
    }
    return best?.cell ?? null
  }

  graph(): TableGraph {
    const edges = [...this.cells()].filter((cell) => this.isHidden(cell) && this.countOf(cell) > 0)
    // Without rows to sum, a column of totals has no equation: all columns are one loose end.
    const columnVertex = (column: number) => (this.rows === 1 ? this.rows : this.rows + column)
    return {
      vertices: this.rows + this.columns,
      edges: edges.map((cell) => ({ ...cell, from: cell.row, to: columnVertex(cell.column) })),
    }
  }

  isProtected({ row, column }: Cell): boolean {
    return this.protectedCells[row]?.[column] === true || this.isPinned({ row, column })
  }

  /** Lines whose margin is printed, so that what is hidden in them is known as a sum. */
  private *lines(): Generator<Cell[]> {
    const [lastRow, lastColumn] = [this.rows - 1, this.columns - 1]
    for (let row = 0; row < this.rows; row += 1) {
      if (this.isHidden({ row, column: lastColumn })) continue
      yield Array.from({ length: lastColumn }, (_, column) => ({ row, column }))
    }
    for (let column = 0; column < this.columns; column += 1) {
      if (this.isHidden({ row: lastRow, column })) continue
      yield Array.from({ length: lastRow }, (_, row) => ({ row, column }))
    }
  }

  /** A line that gives away a sum of fewer than `smallest` contracts. */
  thinLine(): Cell[] | null {
    for (const line of this.lines()) {
      const hidden = line.filter((cell) => this.isHidden(cell))
      const sums = this.layers.map((layer) =>
        hidden.reduce((sum, { row, column }) => sum + (layer[row]?.[column] ?? 0), 0),
      )
      if (sums.some((sum) => sum > 0 && sum < this.smallest)) return line
    }
    return null
  }
}

/** Hides one more cell of a line that gives a small sum away; false when there is none to hide. */
const thickenLine = (table: Protection): boolean => {
  const line = table.thinLine()
  if (!line) return false
  const inLine = ({ row, column }: Cell) => line.some((cell) => cell.row === row && cell.column === column)
  const first = line[0]
  const last = line.at(-1)
  const margin =
    first && last && first.row === last.row
      ? { row: first.row, column: table.columns - 1 }
      : { row: table.rows - 1, column: first?.column ?? 0 }
  const found =
    table.candidate(inLine) ??
    table.candidate(({ row, column }) => row === margin.row && column === margin.column)
  if (found) table.hide(found)
  return found !== null
}

/** A hidden cell is computable exactly when it is a bridge of the graph: closes a ring around one that is. */
const closeRing = (table: Protection): boolean => {
  const graph = table.graph()
  for (const bridge of findBridges(graph)) {
    if (!table.isProtected(bridge)) continue
    const side = joinedWithout(graph, bridge)
    const crosses = ({ row, column }: Cell) =>
      side.has(row) !== side.has(table.rows === 1 ? table.rows : table.rows + column)
    const found =
      table.candidate(crosses) ??
      table.candidate(({ row, column }) => row === bridge.row || column === bridge.column)
    if (found) {
      table.hide(found)
      return true
    }
  }
  return false
}

/** Totals hidden here are hidden in every table beside: each must leave them loose without the help of the others. */
const joinTotals = (table: Protection): boolean => {
  if (table.rows < 2) return false
  const last = table.rows - 1
  const graph = table.graph()
  const totals = graph.edges.filter(({ row }) => row === last)
  const [first] = totals
  if (!first) return false
  const inner = { ...graph, edges: graph.edges.filter(({ row }) => row !== last) }
  const joined = joinedWithout(inner, null, first.to)
  if (totals.every(({ to }) => joined.has(to))) return false
  const crosses = ({ row, column }: Cell) => joined.has(row) !== joined.has(table.rows + column)
  const found = table.candidate(crosses)
  if (found) table.hide(found)
  return found !== null
}

/**
 * Which cells of a table with printed totals must stay hidden: each that stands on fewer than `smallest` contracts, and
 * so many others (the smallest first, never an empty one) that none of those can be computed from what is shown.
 * Together with a line's total no sum of fewer than `smallest` contracts is given away either.
 */
export const protectTable = (input: PublicTable): boolean[][] => {
  const table = new Protection(input)
  while (thickenLine(table) || closeRing(table) || joinTotals(table)) {
    // Each step hides one cell more, so this ends.
  }
  return table.hidden
}
