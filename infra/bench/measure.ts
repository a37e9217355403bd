/**
 * Milliseconds of `times` runs of each subject, in turn, so that whatever else the machine does strikes all alike, and now
 * forwards, now backwards: who asks second finds warm what the first has read. A few runs before do not count.
 */
export const timeInTurn = async <Subject>(
  subjects: readonly Subject[],
  times: number,
  run: (subject: Subject, index: number) => Promise<unknown>,
): Promise<number[][]> => {
  const taken: number[][] = subjects.map(() => [])
  const forwards = [...subjects.entries()]
  const backwards = forwards.toReversed()
  for (let index = -8; index < times; index += 1) {
    for (const [at, subject] of index % 2 === 0 ? forwards : backwards) {
      const begun = performance.now()
      await run(subject, Math.abs(index))
      if (index >= 0) taken[at]?.push(performance.now() - begun)
    }
  }
  return taken
}

export const percentile = (taken: readonly number[], share: number): number => {
  const sorted = taken.toSorted((left, right) => left - right)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0
}

export const p95 = (taken: readonly number[]): number => percentile(taken, 0.95)

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
  const figure = value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
  console.log(`${name.padEnd(62)} ${figure.padStart(8)} ${unit}${aim ? `   (aim ${aim})` : ''}`)
}
