/**
 * Rows and columns of a table as points, hidden cells as lines between them. What is printed says one equation for each
 * row and each column, so a hidden cell can be computed exactly when its line is a bridge: part of no ring.
 */
export interface TableGraph {
  vertices: number
  edges: readonly TableEdge[]
}

export interface TableEdge {
  row: number
  column: number
  from: number
  to: number
}

const neighbours = ({ vertices, edges }: TableGraph): TableEdge[][] => {
  const lists: TableEdge[][] = Array.from({ length: vertices }, () => [])
  for (const edge of edges) {
    lists[edge.from]?.push(edge)
    lists[edge.to]?.push(edge)
  }
  return lists
}

/** The lines that are part of no ring (Tarjan's low links). */
export const findBridges = (graph: TableGraph): TableEdge[] => {
  const lists = neighbours(graph)
  const entered = new Array<number>(graph.vertices).fill(0)
  const low = new Array<number>(graph.vertices).fill(0)
  const bridges: TableEdge[] = []
  let time = 0
  const visit = (vertex: number, through: TableEdge | null): number => {
    time += 1
    entered[vertex] = time
    let lowest = time
    for (const edge of lists[vertex] ?? []) {
      if (edge === through) continue
      const next = edge.from === vertex ? edge.to : edge.from
      const seen = entered[next] ?? 0
      lowest = Math.min(lowest, seen > 0 ? seen : visit(next, edge))
      if (seen === 0 && (low[next] ?? 0) > (entered[vertex] ?? 0)) bridges.push(edge)
    }
    low[vertex] = lowest
    return lowest
  }
  for (const [vertex, list] of lists.entries()) {
    if (list.length > 0 && entered[vertex] === 0) visit(vertex, null)
  }
  return bridges
}

/** The points still reached from one end of a line (or from `start`) when that line is taken away. */
export const joinedWithout = (
  graph: TableGraph,
  removed: TableEdge | null,
  start: number = removed?.from ?? 0,
): Set<number> => {
  const lists = neighbours(graph)
  const reached = new Set([start])
  const waiting = [start]
  for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop()) {
    for (const edge of lists[vertex] ?? []) {
      const next = edge.from === vertex ? edge.to : edge.from
      if (edge === removed || reached.has(next)) continue
      reached.add(next)
      waiting.push(next)
    }
  }
  return reached
}
