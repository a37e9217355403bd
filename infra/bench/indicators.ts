import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import type { TurnoverBreakdown } from '@market/domain/indicators'
import { getTurnover } from '@market/services/indicators'
import postgres from 'postgres'
import { compareRegistering } from './compare-registering.ts'
import { type BenchData, makeData, NOW } from './make-data.ts'
import { line, p95, timeRuns } from './measure.ts'
import { watchApi } from './watch-api.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const RUNS = 100
const BREAKDOWNS: TurnoverBreakdown[] = [
  'total',
  'type',
  'field',
  'planIndustry',
  'ipKind',
  'flow',
  'month',
  'agency',
]

const breakdownOf = (index: number): TurnoverBreakdown => BREAKDOWNS[index % BREAKDOWNS.length] ?? 'total'

/** One figure of this year in turn of the breakdowns, as everybody reads it: query, privacy and all. */
const dashboard = async ({ office }: BenchData): Promise<number> =>
  p95(await timeRuns(RUNS, (index) => getTurnover(office.as(null), { by: breakdownOf(index) })))

const WITHIN_MS = Date.parse(NOW) - Date.parse('2022-02-01T00:00:00Z')

/** The same as known at instants spread over all the years, of one year or, every third time, of all of them. */
const asOf = async ({ office }: BenchData): Promise<number> =>
  p95(
    await timeRuns(RUNS, (index) => {
      const asKnownAt = new Date(Date.parse(NOW) - ((index * 0.6180339887) % 1) * WITHIN_MS)
      const year = 2022 + (index % 5)
      const period =
        index % 3 === 0
          ? { from: '2022-01-01', to: '2026-12-31' }
          : { from: `${year}-01-01`, to: `${year}-12-31` }
      return getTurnover(office.as(null), { by: breakdownOf(index), asKnownAt, ...period })
    }),
  )

const inWords = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1000} k`)

/** Measures at each size in a database of its own, and prints one line per figure. */
const measure = async (urlOf: (name: string) => string): Promise<void> => {
  const admin = postgres(urlOf('postgres'), { max: 1, onnotice: () => undefined })
  const dashboards: number[] = []
  const sizes = process.argv[2] ? SIZES.slice(0, Number(process.argv[2])) : SIZES
  for (const size of sizes) {
    const name = `bench_${size}`
    await admin.unsafe(`create database ${name}`)
    await migrateDatabase(urlOf(name))
    const begun = performance.now()
    const data = await makeData(urlOf(name), size)
    line(`data made, ${inWords(size)} registered contracts`, (performance.now() - begun) / 1000, 's')
    const figure = await dashboard(data)
    dashboards.push(figure)
    line(`dashboard p95 at ${inWords(size)}`, figure, 'ms', size === 1_000_000 ? '≤ 20' : undefined)
    line(`as known at an instant p95 at ${inWords(size)}`, await asOf(data), 'ms', '≤ 300 at 1 M')
    if (size === sizes.at(-1)) {
      const ratio = (dashboards.at(-1) ?? 0) / (dashboards[0] ?? 1)
      line(`dashboard p95, ${inWords(size)} over ${inWords(sizes[0] ?? size)}`, ratio, '×', '≤ 1.5')
      const memory = await watchApi(urlOf(name))
      line('memory of the API when started', memory.atStart, 'MB')
      line('memory of the API under dashboard load, at most', memory.most, 'MB', '< 300')
      await compareRegistering(data, admin, urlOf, name)
    }
    await data.handle.close()
  }
  await admin.end()
}

const folder = await mkdtemp(join(await realpath(tmpdir()), 'market-bench-'))
await chmod(folder, 0o755)
const password = randomBytes(16).toString('hex')
const server = await startEmbeddedServer({ home: join(folder, 'postgres'), password, durable: true })
try {
  await measure((name) => server.url(name))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
