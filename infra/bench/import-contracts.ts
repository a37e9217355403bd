import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createTableFiles } from '@market/adapters/tables'
import { openDatabase } from '@market/database'
import { startEmbeddedServer } from '@market/database/embedded'
import { migrateDatabase } from '@market/database/migrate'
import { EMPTY_SUPPLEMENT, type ImportRow, importHeader, writeImportRow } from '@market/domain/registration'
import { fixedClock } from '@market/domain/testing'
import { checkLedger } from '@market/services/indicators'
import {
  checkImport,
  commitImport,
  createImport,
  exportRegistrations,
  getImport,
  runImport,
} from '@market/services/registration'
import { makeActor, testContext } from '@market/services/testing'
import { line } from './measure.ts'

const ROWS = 10_000
const SELLERS = 300
const BUYERS = 2000

const party = (name: string, kind: '0211' | '170', regionCode: string) => ({
  name,
  creditCode: '',
  kind,
  regionCode,
})

const rowOf = (index: number): ImportRow => ({
  number: `18${String(index).padStart(12, '0')}`,
  title: `甘蔗尾叶青贮饲料技术许可 ${index}`,
  type: 'ZR',
  subType: 'XK_PATENT',
  seller: party(`研究所${index % SELLERS}`, '0211', '450103'),
  buyer: party(`合作社${index % BUYERS}`, '170', '450110'),
  contractAmountFen: 10_000_000 + index,
  technologyAmountFen: 8_000_000,
  signedOn: '2018-05-02',
  effectiveOn: '2018-05-02',
  endsOn: '2023-05-01',
  registeredOn: '2018-06-01',
  technicalField: '09',
  planIndustry: 'modern_agriculture',
  ipKind: 'invention_patent',
  planSource: 'none',
  socioEconomicObjective: '09',
  paymentMethod: 'lump_sum',
  relatedParties: false,
  status: 'valid',
  ...EMPTY_SUPPLEMENT,
})

async function* sheet() {
  yield importHeader()
  for (let index = 0; index < ROWS; index += 1) yield writeImportRow(rowOf(index))
}

const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now()
  await work()
  line(`${name}, ${ROWS} rows`, (performance.now() - begun) / 1000, 's')
}

const measure = async (url: string): Promise<void> => {
  const database = openDatabase(url, { applicationName: 'bench-import' })
  try {
    const tables = createTableFiles()
    const clock = fixedClock('2026-03-02T02:00:00Z')
    const registrar = await makeActor(database.db, 'agency', ['registrar'])
    const as = testContext(database.db, registrar, clock)
    const worker = { ...as, tables }
    const content = await buffer(tables.write(sheet(), 'xlsx'))
    const { id } = await createImport(as, { fileName: 'bench.xlsx', format: 'xlsx', content, source: '' })
    await timed('import checked', () => checkImport(worker, id))
    await commitImport(as, id)
    await timed('import entered', () => runImport(worker, id))
    const { state, processedRows } = (await getImport(as, id)).record
    const { differences } = await checkLedger(database.db)
    if (state !== 'done' || processedRows !== ROWS || differences.length > 0) {
      throw new Error(`import ${state}, ${processedRows} rows, ${differences.length} differences`)
    }
    await timed('export written', () => buffer(tables.write(exportRegistrations(as, {}), 'xlsx')))
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
  await admin.sql.unsafe('create database bench_import')
  await admin.close()
  await migrateDatabase(server.url('bench_import'))
  await measure(server.url('bench_import'))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
