const compact = (symbol: string): string => symbol.replaceAll(/\s/g, '').toUpperCase()

/** Section, class and subclass above each symbol: H01M 10/0525 → H, H01, H01M. */
export const ipcNodes = (symbols: readonly string[]): string[] => [
  ...new Set(
    symbols.map(compact).flatMap((symbol) => [symbol.slice(0, 1), symbol.slice(0, 3), symbol.slice(0, 4)]),
  ),
]

/** The classes the symbols are in: H01. */
export const ipcClasses = (symbols: readonly string[]): string[] =>
  ipcNodes(symbols).filter((node) => node.length === 3)
