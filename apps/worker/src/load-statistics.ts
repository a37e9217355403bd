import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createTableFiles } from '@market/adapters/tables'
import { type Database, openDatabase } from '@market/database'
import { isRefusal } from '@market/domain'
import { STATISTIC_PLACES, type StatisticValue, uniqueOf } from '@market/domain/indicators'
import { createSeals, type ServiceContext, systemClock, systemIds, systemSecrets } from '@market/services'
import {
  discardStatistics,
  draftStatistics,
  findStatisticsEditor,
  getStatisticsPublication,
  publishStatistics,
} from '@market/services/indicators'
import { besideDatabase, reasonOf } from './beside-database.ts'
import { readCommandConfig } from './config.ts'

const USAGE = `npm run statistics:load -- FILE --as EMAIL --title TITLE --source SOURCE --definition TEXT --published-on DAY [--dry-run]
  FILE   CSV or XLSX: place, period, flow and figures (see the page "official statistics")
  --as   the authority's editor in whose name it is loaded`

const wan = (fen: number | null): string =>
  fen === null ? '-' : (fen / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })

/** Each contract of a place once, where the table says what stays inside it. */
const sayUnique = (values: readonly StatisticValue[]): void => {
  for (const group of Map.groupBy(values, ({ place, period }) => `${place} ${period}`).values()) {
    const [first] = group
    const fen = uniqueOf(group, 'contractAmountFen')
    if (!first || fen === null) continue
    const name = STATISTIC_PLACES.find(({ code }) => code === first.place)?.en ?? first.place
    const count = uniqueOf(group, 'contractCount')
    console.log(
      `${first.period} ${name}, each contract once: ${count ?? '-'} contracts, ${wan(fen)} wan yuan`,
    )
  }
}

const readArguments = () => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: text,
      title: text,
      source: text,
      definition: text,
      'published-on': text,
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const { as, title, source, definition, 'published-on': publishedOn } = values
  if (!file || !as || !title || !source || !definition || !publishedOn) throw new Error(`Usage: ${USAGE}`)
  return { file, as, title, source, definition, publishedOn, dryRun: values['dry-run'] }
}

const load = async (db: Database, { file, as, dryRun, ...stated }: ReturnType<typeof readArguments>) => {
  const context: ServiceContext = {
    db,
    clock: systemClock,
    ids: systemIds,
    secrets: systemSecrets,
    seals: createSeals(systemSecrets.next()),
    actor: await findStatisticsEditor(db, as),
    requestId: 'statistics:load',
    locale: 'zh-CN',
  }
  const input = { ...stated, fileName: basename(file), content: await readFile(file) }
  const { id } = await draftStatistics(context, createTableFiles(), input)
  const { record, values, totals } = await getStatisticsPublication(context, id)
  console.log(`${record.rowCount} rows, ${values.length} figures`)
  for (const { period, flow, places, ...sums } of totals) {
    const { nationCount, placesCount, nationAmountFen, placesAmountFen } = sums
    console.log(
      `${period} ${flow}: ${places} places ${placesCount} contracts, ${wan(placesAmountFen)} wan yuan; whole ${nationCount ?? '-'}, ${wan(nationAmountFen)}`,
    )
  }
  sayUnique(values)
  for (const { row, severity, path, code, params } of record.problems) {
    console.log(`  row ${row} ${severity} ${path}: ${code} ${JSON.stringify(params)}`)
  }
  const sound = record.problems.every(({ severity }) => severity !== 'error')
  if (dryRun || !sound) await discardStatistics(context, id)
  else await publishStatistics(context, id)
  const outcome = dryRun
    ? 'Nothing was kept: a dry run.'
    : sound
      ? 'Published.'
      : 'Nothing was kept: errors above.'
  console.log(outcome)
  if (!sound) process.exitCode = 1
}

try {
  const input = readArguments()
  await besideDatabase(readCommandConfig(process.env), async (url) => {
    const database = openDatabase(url, { applicationName: 'market-statistics', maxConnections: 1 })
    try {
      await load(database.db, input)
    } finally {
      await database.close()
    }
  })
} catch (error) {
  const reason = isRefusal(error) ? `${error.code} ${JSON.stringify(error.details)}` : reasonOf(error)
  console.error(`The statistics were not loaded: ${reason}`)
  process.exitCode = 1
}
