const compact = (symbol: string): string => symbol.replaceAll(/\s/g, '').toUpperCase()

/** Section, class, subclass and main group above each symbol: H01M 10/0525 → H, H01, H01M, H01M10. */
export const ipcNodes = (symbols: readonly string[]): string[] => {
  const nodes = symbols.map(compact).flatMap((symbol) => {
    const group = symbol.split('/')[0] ?? symbol
    return [symbol.slice(0, 1), symbol.slice(0, 3), symbol.slice(0, 4), group]
  })
  return [...new Set(nodes)]
}

/** The classes the symbols are in: H01. */
export const ipcClasses = (symbols: readonly string[]): string[] => [
  ...new Set(symbols.map((symbol) => compact(symbol).slice(0, 3))),
]
