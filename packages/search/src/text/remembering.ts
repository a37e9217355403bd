const MOST = 20_000

/** The same function, that works out each text once: a market's texts repeat their words and themselves. */
export const remembering = <Result>(work: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, result)
    return result
  }
}
