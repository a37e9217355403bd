import { readCsv } from './read-csv.ts'
import { readJson, readNdjson } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'
import { readXml } from './read-xml.ts'
import { type RecordFiles, type RecordFormat, UnreadableRecords } from './record-files.ts'

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The beginning as text, whatever the encoding: the marks looked for are the same in all of them. */
const beginningOf = (head: Uint8Array): string => {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const encoding = wide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding).decode(head).replace(/^[\ufeff\s]+/, '')
}

const isObjectLine = (line: string): boolean => {
  if (!/^\{\s*"/.test(line)) return false
  try {
    const value: unknown = JSON.parse(line)
    // An object around a list of records may stand on one line as well.
    const holdsRecords = (inner: unknown) => Array.isArray(inner) && typeof inner[0] === 'object'
    return typeof value === 'object' && value !== null && !Object.values(value).some(holdsRecords)
  } catch {
    return false
  }
}

/**
 * Whether a line is a record by itself, even if those before it are broken: within a JSON document an object follows a
 * bracket, a comma or a colon.
 */
const hasRecordLine = (text: string): boolean => {
  const filled = text.split(/\s*\n\s*/).filter((line) => line !== '')
  return filled.some((line, index) => !/[[,:]$/.test(filled[index - 1] ?? '') && isObjectLine(line))
}

const formatOf = (head: Uint8Array): RecordFormat => {
  if (isZip(head)) return 'xlsx'
  const text = beginningOf(head)
  if (text.startsWith('<')) return 'xml'
  if (text.startsWith('[')) return 'json'
  if (hasRecordLine(text)) return 'ndjson'
  return text.startsWith('{') ? 'json' : 'csv'
}

const READERS = { xlsx: readXlsx, csv: readCsv, json: readJson, ndjson: readNdjson, xml: readXml }

/** Tables on csv-parse, yauzl and saxes; JSON on @streamparser/json; patent data on saxes. */
export const createRecordFiles = (): RecordFiles => ({
  formatOf,
  read: (open, format, onBytes) => READERS[format](open, onBytes),
  whyUnreadable: (error) =>
    error instanceof UnreadableRecords ? { reason: error.reason, row: error.row } : null,
})
