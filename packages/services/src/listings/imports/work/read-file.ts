import type { SourceRecord } from '@market/adapters/records'
import { inUnitOfWork } from '@market/database'
import { listingImportProfiles } from '@market/database/schema'
import {
  guessMapping,
  listingImportMachine,
  MAX_LISTING_IMPORT_ROWS,
  type SourceColumn,
} from '@market/domain/listings'
import { and, eq } from 'drizzle-orm'
import { profileKey } from '../profile-key.ts'
import { importFacts, importTrail, type ListingImportRecord } from '../records.ts'
import { contextFor, type ImportWorkContext, type Lease, noteWork } from './lease.ts'
import { type StagedRow, storeStaged } from './store-rows.ts'

const BATCH_ROWS = 500
const BATCH_CHARACTERS = 1024 * 1024
const MAX_COLUMNS = 200
const SAMPLES = 20
const SAMPLE_LENGTH = 200

/** What has been seen of the columns so far. */
class ColumnCollector {
  readonly #samples = new Map<string, string[]>()

  see(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      const samples = this.#samples.get(name)
      if (samples === undefined) {
        if (this.#samples.size < MAX_COLUMNS) this.#samples.set(name, [value.slice(0, SAMPLE_LENGTH)])
      } else if (samples.length < SAMPLES) samples.push(value.slice(0, SAMPLE_LENGTH))
    }
  }

  columns(): SourceColumn[] {
    return [...this.#samples].map(([name, samples]) => ({
      name: storable(name),
      samples: samples.map(storable),
    }))
  }
}

/** The database keeps no NUL: another hidden character stands for it, which the check names. */
const storable = (text: string): string => text.replaceAll('\u0000', '\u200b').toWellFormed()

const storableValues = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [storable(name), storable(value)]))

/** The reason, and after a space what stands there. */
const unreadableOf = ({ unreadable, excerpt = '' }: SourceRecord): string | null =>
  unreadable === undefined ? null : storable(`${unreadable} ${excerpt}`.trim())

export class TooManyRows extends Error {}
export class NoRows extends Error {}

/** Reads on from the last row staged; a file that was read halfway when the worker died is passed over up to there. */
const stageRows = async (
  context: ImportWorkContext,
  lease: Lease,
): Promise<{ columns: SourceColumn[]; after: ListingImportRecord }> => {
  const { record } = lease
  const columns = new ColumnCollector()
  let { rowCount, emptyRows, lastRow } = record
  let bytes = 0
  let batch: StagedRow[] = []
  let characters = 0
  let after = record
  const flush = async () => {
    after = await context.db.transaction(async (tx) => {
      const noted = await noteWork(context, tx, lease, { rowCount, emptyRows, lastRow, progress: bytes })
      await storeStaged(tx, record.id, batch)
      return noted
    })
    batch = []
    characters = 0
  }
  const stage = (source: SourceRecord) => {
    const { row, through, values } = source
    const unreadable = unreadableOf(source)
    const raw = values === null ? null : storableValues(values)
    batch.push({ row, through, raw, unreadable })
    lastRow = through
    if (raw === null && unreadable === null) emptyRows += through - row + 1
    else rowCount += 1
    for (const value of Object.values(raw ?? {})) characters += value.length
  }
  const open = async () => {
    const content = await context.storage.get(record.storageKey)
    if (!content) throw new Error(`The bytes of import ${record.id} are missing from storage.`)
    return content
  }
  const note = (read: number) => {
    bytes = read
  }
  for await (const source of context.records.read(open, record.format, note)) {
    if (source.values !== null) columns.see(source.values)
    if (source.row <= record.lastRow) continue
    stage(source)
    if (rowCount > MAX_LISTING_IMPORT_ROWS) throw new TooManyRows()
    if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush()
  }
  await flush()
  if (rowCount === 0) throw new NoRows()
  return { columns: columns.columns(), after }
}

const mappingFor = async (
  { db }: ImportWorkContext,
  { organizationId }: ListingImportRecord,
  columns: SourceColumn[],
) => {
  const { organizationId: owner, signature, mapping } = listingImportProfiles
  const [profile] = await db
    .select({ mapping })
    .from(listingImportProfiles)
    .where(and(eq(owner, organizationId), eq(signature, profileKey(columns))))
  if (!profile) return { mapping: guessMapping(columns), mappingRemembered: false }
  // Two columns may differ in marks alone: the names in the profile must be this file's.
  const known = Object.keys(profile.mapping.columns).every((name) =>
    columns.some((column) => column.name === name),
  )
  return known
    ? { mapping: profile.mapping, mappingRemembered: true }
    : { mapping: guessMapping(columns), mappingRemembered: false }
}

/** Puts the rows of a file beside the import, as they are, and says what its columns seem to mean. */
export const readImportFile = async (context: ImportWorkContext, lease: Lease): Promise<void> => {
  const { columns, after } = await stageRows(context, lease)
  const mapped = await mappingFor(context, after, columns)
  await inUnitOfWork(contextFor(context, after), async ({ tx, audit }) => {
    const state = listingImportMachine.transition(after.state, 'read')
    const change = { ...mapped, columns, state, lastRow: 0, progress: 0 }
    const read = await noteWork(context, tx, lease, change)
    audit({
      ...importTrail(read),
      action: 'listing_import.read',
      before: importFacts(after),
      after: importFacts(read),
    })
  })
}
