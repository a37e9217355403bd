import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { createTableFiles } from '@market/adapters/tables'
import { openDatabase } from '@market/database'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import { patentCheckDigit } from '@market/domain/identifiers'
import {
  commitListingImport,
  createListingImport,
  getListingImport,
  mapListingImport,
} from '@market/services/listings'
import { makeActor, testContext } from '@market/services/testing'
import { line } from './measure.ts'
import { peakMemoryOf, startWorker } from './watch-worker.ts'

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
const HEAD = ['名称', '专利号', '申请日', '专利权人', '发明人', 'IPC分类号', '摘要', '价格（万元）']
const ABSTRACT =
  '本成果以制糖副产物为原料，经活化与改性得到吸附材料，用于含重金属废水的处理，可再生十次以上。'

const FORMATS = ['csv', 'ndjson', 'xlsx'] as const
const WANTED = (process.env.BENCH_FORMATS ?? FORMATS.join()).split(',')
type Format = (typeof FORMATS)[number]

const numberOf = (index: number): string => {
  const digits = `20231${String(index).padStart(7, '0')}`
  return `ZL${digits}.${patentCheckDigit(digits)}`
}

/** One row in twenty has a wrong check digit, one in twenty a day in another form. */
const rowOf = (index: number, series: number): string[] => {
  const number = numberOf(series * ROWS + index)
  const wrong = index % 20 === 7 ? `${number.slice(0, -1)}${number.endsWith('1') ? '2' : '1'}` : number
  const day = index % 20 === 3 ? '2023年1月5日' : '2023-01-05'
  return [
    `蔗渣基吸附材料第${series}-${index}号`,
    wrong,
    day,
    '邕州大学；南宁某公司',
    '张三；李四',
    'B01J 20/24; C02F 1/28',
    ABSTRACT,
    '12.5',
  ]
}

async function* sheet(series: number) {
  yield HEAD
  for (let index = 0; index < ROWS; index += 1) yield rowOf(index, series)
}

async function* lines(series: number) {
  for (let index = 0; index < ROWS; index += 1) {
    const row = rowOf(index, series)
    yield Buffer.from(`${JSON.stringify(Object.fromEntries(HEAD.map((name, at) => [name, row[at]])))}\n`)
  }
}

const contentOf = (format: Format, series: number): AsyncIterable<Uint8Array> =>
  format === 'ndjson'
    ? lines(series)
    : Readable.fromWeb(createTableFiles().write(sheet(series), format) as never)

const measure = async (url: string, data: string): Promise<void> => {
  const database = openDatabase(url, { applicationName: 'bench-listing-import' })
  const files = { storage: createLocalStorage(join(data, 'files')), records: createRecordFiles() }
  try {
    for (const [series, format] of FORMATS.entries()) {
      if (!WANTED.includes(format)) continue
      const worker = await startWorker(url, data)
      try {
        const editor = await makeActor(database.db, 'university', ['editor'])
        const as = { ...testContext(database.db, editor), clock: { now: () => new Date() } }
        const until = async (id: string, ...states: string[]) => {
          for (;;) {
            const { record } = await getListingImport(as, id)
            if (states.includes(record.state)) return record
            if (record.state === 'failed') throw new Error(`import failed: ${record.failureCode}`)
            await new Promise((resolve) => setTimeout(resolve, 200))
          }
        }
        const rate = async (name: string, work: () => Promise<{ done: number }>) => {
          const begun = performance.now()
          const { done } = await work()
          line(`${format}: ${name}, ${done} rows`, (done * 1000) / (performance.now() - begun), 'rows/s')
          line(`${format}: ${name}, peak memory so far`, await peakMemoryOf(worker.pid), 'MB', '≤ 300')
        }
        line(`${format}: memory of the worker before`, await peakMemoryOf(worker.pid), 'MB')
        const input = { fileName: `bench.${format}`, content: contentOf(format, series) }
        const { id, sizeBytes } = await createListingImport(as, files, input)
        line(`${format}: size of the file`, sizeBytes / 1024 / 1024, 'MB')
        await rate('read', async () => ({ done: (await until(id, 'mapping')).rowCount }))
        const { mapping } = (await getListingImport(as, id)).record
        if (!mapping) throw new Error('not mapped')
        await mapListingImport(as, { id, mapping })
        await rate('checked', async () => ({ done: (await until(id, 'checked')).rowCount }))
        await commitListingImport(as, id)
        await rate('drafts made', async () => ({ done: (await until(id, 'done')).draftCount }))
      } finally {
        await worker.stop()
      }
    }
  } finally {
    await database.close()
  }
}

const folder = await mkdtemp(join(await realpath(tmpdir()), 'market-bench-'))
await chmod(folder, 0o755)
const password = randomBytes(16).toString('hex')
const server = await startEmbeddedServer({ home: join(folder, 'postgres'), password, durable: true })
try {
  const admin = openDatabase(server.url('postgres'), { maxConnections: 1 })
  await admin.sql.unsafe('create database bench_listing_import')
  await admin.close()
  await migrateDatabase(server.url('bench_listing_import'))
  await measure(server.url('bench_listing_import'), folder)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
