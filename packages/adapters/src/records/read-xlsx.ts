import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { firstRows, headOf, recordsOfSheet } from './named-values.ts'
import { MAX_EXCERPT, type OpenContent, type SourceRecord, UnreadableRecords } from './record-files.ts'
import { readSheet } from './xlsx/sheet.ts'
import { openWorkbook, type Workbook } from './xlsx/workbook.ts'

async function* counted(content: AsyncIterable<Uint8Array>, onBytes?: (bytes: number) => void) {
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.byteLength
    onBytes?.(bytes)
    yield chunk
  }
}

/** Whether a sheet begins like a table of results. */
const isTable = async (workbook: Workbook, part: string): Promise<boolean> => {
  const rows = readSheet(workbook, part)
  try {
    return headOf(await firstRows(rows)).labels >= 2
  } finally {
    await rows.return(undefined)
  }
}

/** The first sheet that holds results, else the first of all; each further one with results is named as left out. */
async function* recordsOfBook(workbook: Workbook): AsyncGenerator<SourceRecord> {
  const tables: Workbook['sheets'] = []
  for (const sheet of workbook.sheets.length > 1 ? workbook.sheets : []) {
    if (await isTable(workbook, sheet.part)) tables.push(sheet)
  }
  const [read = workbook.sheets[0], ...others] = tables
  if (read === undefined) return
  let last = 0
  for await (const record of recordsOfSheet(readSheet(workbook, read.part))) {
    last = record.through
    yield record
  }
  for (const { name } of others) {
    last += 1
    const excerpt = name.slice(0, MAX_EXCERPT)
    yield { row: last, through: last, values: null, unreadable: 'other_sheet', excerpt }
  }
}

/** The results of a workbook. A ZIP file is read from its end, so it is put on disk first. */
export async function* readXlsx(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'market-sheet-'))
  try {
    const path = join(folder, 'sheet.xlsx')
    await pipeline(counted(await open(), onBytes), createWriteStream(path, { mode: 0o600 }))
    const workbook = await openWorkbook(path)
    try {
      yield* recordsOfBook(workbook)
    } finally {
      workbook.close()
    }
  } catch (error) {
    throw isOfZip(error) ? new UnreadableRecords('damaged', null, error) : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whatever the archive library or the inflater says of a file is the file's fault. */
const isOfZip = (error: unknown): boolean => {
  if (error instanceof UnreadableRecords || !(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    code.startsWith('Z_') || (code === '' && !(error instanceof TypeError) && !(error instanceof RangeError))
  )
}
