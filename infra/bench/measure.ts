/** Milliseconds of each of `times` runs, one after the other, after a few that do not count. */
export const timeRuns = async (
  times: number,
  run: (index: number) => Promise<unknown>,
): Promise<number[]> => {
  for (let index = 0; index < 5; index += 1) await run(index)
  const taken: number[] = []
  for (let index = 0; index < times; index += 1) {
    const begun = performance.now()
    await run(index)
    taken.push(performance.now() - begun)
  }
  return taken
}

export const p95 = (taken: readonly number[]): number => {
  const sorted = taken.toSorted((left, right) => left - right)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

/** `work` for every item, so many at once; items per second. */
export const ratePerSecond = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> => {
  const waiting = [...items]
  const begun = performance.now()
  const drain = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, drain))
  return (items.length * 1000) / (performance.now() - begun)
}

export const line = (name: string, value: number, unit: string, aim?: string): void => {
  const figure = value >= 100 ? value.toFixed(0) : value.toFixed(1)
  console.log(`${name.padEnd(62)} ${figure.padStart(8)} ${unit}${aim ? `   (aim ${aim})` : ''}`)
}
