import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { UnreadableRecords } from '../record-files.ts'

/** What all entries of a workbook together may unpack to, and how much more than they are packed. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
const MAX_RATIO = 400
const MAX_ENTRIES = 2000
const SMALL = 1024 * 1024

export interface Archive {
  /** Null when there is no such entry. The library itself stops an entry that unpacks to more than it says. */
  stream(name: string): Promise<Readable | null>
  close(): void
}

const requireModest = (entries: readonly Entry[]): void => {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const bomb = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > SMALL && uncompressedSize > compressedSize * MAX_RATIO,
  )
  if (unpacked > MAX_UNPACKED_BYTES || bomb) throw new UnreadableRecords('too_large')
}

const entriesOf = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= MAX_ENTRIES) throw new UnreadableRecords('too_large')
    entries.push(entry)
  }
  requireModest(entries)
  return new Map(entries.map((entry) => [entry.fileName.replace(/^\//, ''), entry]))
}

/** Opens a ZIP file on disk; refuses one that promises to unpack to more than we want. */
export const openArchive = async (path: string): Promise<Archive> => {
  const zip = await openPromise(path, { autoClose: false })
  try {
    const entries = await entriesOf(zip)
    return {
      stream: async (name) => {
        const entry = entries.get(name)
        return entry ? zip.openReadStreamPromise(entry) : null
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
