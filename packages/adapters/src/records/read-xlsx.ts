import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { recordsOfSheet } from './named-values.ts'
import { type OpenContent, type SourceRecord, UnreadableRecords } from './record-files.ts'
import { readSheet } from './xlsx/sheet.ts'
import { openWorkbook } from './xlsx/workbook.ts'

async function* counted(content: AsyncIterable<Uint8Array>, onBytes?: (bytes: number) => void) {
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.byteLength
    onBytes?.(bytes)
    yield chunk
  }
}

/** The first sheet of a workbook. A ZIP file is read from its end, so it is put on disk first. */
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
      yield* recordsOfSheet(readSheet(workbook))
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
