export interface TableCell {
  contractCount: number
}

export const DEFAULT_SMALLEST_CELL = 3

/**
 * Which cells of a public table with a printed total must stay hidden: every one that stands on fewer than
 * `smallest` contracts, and, so that subtraction cannot uncover them, as many of the next smallest as it takes
 * for at least two hidden cells that together stand on `smallest` or more. Empty cells hide nobody.
 */
export const suppressCells = (
  cells: readonly TableCell[],
  smallest: number = DEFAULT_SMALLEST_CELL,
): boolean[] => {
  const hidden = cells.map(({ contractCount }) => contractCount > 0 && contractCount < smallest)
  if (!hidden.includes(true)) return hidden
  const bySize = cells
    .map(({ contractCount }, index) => ({ contractCount, index }))
    .filter(({ contractCount, index }) => contractCount > 0 && hidden[index] === false)
    .sort((left, right) => left.contractCount - right.contractCount)
  const hiddenCells = () => cells.filter((_, index) => hidden[index])
  const safe = () =>
    hiddenCells().length >= 2 && hiddenCells().reduce((sum, cell) => sum + cell.contractCount, 0) >= smallest
  for (const { index } of bySize) {
    if (safe()) break
    hidden[index] = true
  }
  return hidden
}
