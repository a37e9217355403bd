import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatabaseHandle, openDatabase } from '@market/database'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import type { TurnoverBreakdown } from '@market/domain/indicators'
import { getTurnover, releaseTurnover } from '@market/services/indicators'
import { compareRegistering } from './compare-registering.ts'
import { type BenchData, makeData, NOW } from './make-data.ts'
import { line, p95, timeInTurn } from './measure.ts'
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

/** One figure of this year in turn of the breakdowns, live from the sums. */
const dashboard = ({ office, authority }: BenchData, index: number) =>
  getTurnover(office.as(authority), { by: breakdownOf(index) })

/** The same as everybody reads it: what was released. */
const released = ({ office }: BenchData, index: number) =>
  getTurnover(office.as(null), { by: breakdownOf(index) })

const WITHIN_MS = Date.parse(NOW) - Date.parse('2022-02-01T00:00:00Z')

/** The same as known at instants spread over all the years, of one year or, every third time, of all of them. */
const asOf = ({ office, authority }: BenchData, index: number) => {
  const asKnownAt = new Date(Date.parse(NOW) - ((index * 0.6180339887) % 1) * WITHIN_MS)
  const year = 2022 + (index % 5)
  const [first, last] = index % 3 === 0 ? [2022, 2026] : [year, year]
  const period = { from: `${first}-01-01`, to: `${last}-12-31` }
  return getTurnover(office.as(authority), { by: breakdownOf(index), asKnownAt, ...period })
}

const inWords = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1000} k`)

interface Subject {
  size: number
  name: string
  data: BenchData
}

const makeSubject = async (
  admin: DatabaseHandle['sql'],
  urlOf: (name: string) => string,
  size: number,
): Promise<Subject> => {
  const name = `bench_${size}`
  await admin.unsafe(`create database ${name}`)
  await migrateDatabase(urlOf(name))
  const begun = performance.now()
  const data = await makeData(urlOf(name), size)
  line(`data made, ${inWords(size)} registered contracts`, (performance.now() - begun) / 1000, 's')
  return { size, name, data }
}

const measureFigures = async (subjects: readonly Subject[]): Promise<void> => {
  const dashboards = (await timeInTurn(subjects, RUNS, ({ data }, index) => dashboard(data, index))).map(p95)
  const known = (await timeInTurn(subjects, RUNS, ({ data }, index) => asOf(data, index))).map(p95)
  for (const [at, { size }] of subjects.entries()) {
    line(
      `dashboard p95 at ${inWords(size)}`,
      dashboards[at] ?? 0,
      'ms',
      size === 1_000_000 ? '≤ 20' : undefined,
    )
  }
  const [smallest, largest] = [subjects[0]?.size ?? 0, subjects.at(-1)?.size ?? 0]
  const ratio = (dashboards.at(-1) ?? 0) / (dashboards[0] ?? 1)
  line(`dashboard p95, ${inWords(largest)} over ${inWords(smallest)}`, ratio, '×', '≤ 1.5')
  for (const [at, { size }] of subjects.entries()) {
    const aim = size === 1_000_000 ? '≤ 300' : undefined
    line(`as known at an instant p95 at ${inWords(size)}`, known[at] ?? 0, 'ms', aim)
  }
}

/** A first release counts every contract there is, each later one the years in which something has moved. */
const measureRelease = async ({ size, data }: Subject): Promise<void> => {
  const begun = performance.now()
  await releaseTurnover(data.office.as(data.authority))
  line(`a first release, ${inWords(size)} contracts`, (performance.now() - begun) / 1000, 's')
  const [times] = await timeInTurn([data], RUNS, (subject, index) => released(subject, index))
  line(`public dashboard p95 at ${inWords(size)}`, p95(times ?? []), 'ms', '≤ 20')
}

/** Each size in a database of its own; one line per figure. An argument takes only so many sizes, the smallest first. */
const measure = async (urlOf: (name: string) => string): Promise<void> => {
  const { sql: admin, close } = openDatabase(urlOf('postgres'), { maxConnections: 1 })
  await admin`set statement_timeout = 0`
  const sizes = SIZES.slice(0, Number(process.argv[2] ?? SIZES.length))
  const subjects: Subject[] = []
  for (const size of sizes) subjects.push(await makeSubject(admin, urlOf, size))
  await measureFigures(subjects)
  for (const subject of subjects) await measureRelease(subject)
  const largest = subjects.at(-1)
  if (!largest) return
  const memory = await watchApi(urlOf(largest.name))
  line('memory of the API when started', memory.atStart, 'MB')
  line('memory of the API under dashboard load, at most', memory.most, 'MB', '< 300')
  await compareRegistering(largest.data, admin, urlOf, largest.name)
  for (const { data } of subjects) await data.handle.close()
  await close()
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
