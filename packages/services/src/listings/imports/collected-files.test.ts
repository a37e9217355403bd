import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createRecordFiles } from '@market/adapters/records'
import { createLocalStorage } from '@market/adapters/storage'
import { listingImportRows } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeActor, testContext } from '../../testing/index.ts'
import {
  commitListingImport,
  createListingImport,
  decideRepairs,
  getListingImport,
  mapListingImport,
  reportListingImport,
  workOnListingImports,
} from '../index.ts'

// Beside the project, or beside the folder its worktrees are in.
const PLACES = ['../../../../../../shared/data/listings/', '../../../../../../../shared/data/listings/']
const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync)
const say = (text: string) => process.stdout.write(`${text}\n`)
if (found === undefined) say('The collected files are not beside the project: their import is not tried.')

let test: TestDatabase
let folder: string
beforeAll(async () => {
  if (found === undefined) return
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'market-imports-'))
})
afterAll(async () => {
  if (found === undefined) return
  await test.drop()
  await rm(folder, { recursive: true })
})

/** Row numbers as the report has them, runs of empty rows as 'first–last'. */
const placeOf = ({ row, through }: { row: number; through: number }) =>
  through > row ? `${row}–${through}` : String(row)

describe.skipIf(found === undefined)('the collected files', () => {
  it.each([
    'cn_papers_abstracts_2000.json',
    'cn_patents_9740.json',
    'liaoleyuan_sample_test.csv',
    'liaoleyuan_sample_train.csv',
    'liaoleyuan_sample_val.csv',
    'india_grants_2019.csv',
  ])(
    '%s becomes drafts, and every row that does not is in the report',
    async (fileName) => {
      const context = testContext(test.db, await makeActor(test.db, 'university', ['editor']))
      const files = { storage: createLocalStorage(folder), records: createRecordFiles() }
      const work = () => workOnListingImports({ ...context, ...files })
      const content = Readable.from([await readFile(join(found ?? '', fileName))])
      const { id } = await createListingImport(context, files, { fileName, content })
      const view = () => getListingImport(context, id)
      await work()
      const { mapping } = (await view()).record
      if (!mapping) throw new Error(`${fileName} was not read`)
      await mapListingImport(context, { id, mapping })
      await work()
      const { record, kinds } = await view()
      const counts = kinds.map(({ code, rows }) => `${code} ${rows}`).join(', ')
      say(
        `${fileName}: ${record.rowCount} rows, ${record.readyCount} sound, ${record.emptyRows} empty; ${counts}`,
      )
      if (kinds.some(({ repair }) => repair !== null))
        await decideRepairs(context, { id, decision: 'accepted' })
      await commitListingImport(context, id)
      await work()
      const done = (await view()).record
      expect(done.state).toBe('done')
      const staged = await test.db.select().from(listingImportRows).where(eq(listingImportRows.importId, id))
      const skipped = staged.filter(({ listingId }) => listingId === null)
      expect(staged.length - skipped.length).toBe(done.draftCount)
      expect(done.draftCount + skipped.filter(({ raw }) => raw !== null).length).toBe(done.rowCount)
      const named = new Set<string>()
      for await (const [place = ''] of reportListingImport(context, id)) named.add(place)
      expect(skipped.map(placeOf).filter((place) => !named.has(place))).toEqual([])
      say(
        `${fileName}: ${done.draftCount} drafts, ${skipped.length} rows or runs of empty rows left out and named`,
      )
    },
    600_000,
  )
})
