import { CsvError, parse } from 'csv-parse'
import { decodeStream } from './decode-stream.ts'
import { recordsOfSheet, textOfValue } from './named-values.ts'
import {
  MAX_RECORD_BYTES,
  type OpenContent,
  type SourceRecord,
  type UnreadableReason,
  UnreadableRecords,
} from './record-files.ts'

const DELIMITERS = [',', '\t', ';'] as const

/** What divides the columns: whatever stands most often in the first line. */
const delimiterOf = (head: string): string => {
  const [line = ''] = head.split(/\r?\n/, 1)
  const counts = DELIMITERS.map((mark) => line.split(mark).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** The text with its beginning known: the first piece is read before a parser is chosen. */
const peek = async (texts: AsyncGenerator<string>) => {
  const first = await texts.next()
  const head = first.done ? '' : first.value.replace(/^\ufeff/, '')
  async function* whole(): AsyncGenerator<string> {
    yield head
    yield* texts
  }
  return { head, whole: whole() }
}

const REASONS: Readonly<Partial<Record<string, UnreadableReason>>> = {
  CSV_MAX_RECORD_SIZE: 'record_too_large',
  CSV_QUOTE_NOT_CLOSED: 'open_quote',
}

async function* rowsOf(texts: AsyncIterable<string>, delimiter: string) {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_BYTES,
  })
  let row = 0
  const feeding = feed(texts, parser)
  try {
    for await (const values of parser) {
      row += 1
      yield { row, values: (values as string[]).map(textOfValue) }
    }
    await feeding
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableRecords(REASONS[error.code] ?? 'damaged', row + 1, error)
  } finally {
    parser.destroy()
    await feeding.catch(() => undefined)
  }
}

/** Hands text over no faster than rows are taken. */
const feed = async (texts: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> => {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return
      if (!parser.write(text)) await taken(parser)
    }
    parser.end()
  } catch (error) {
    const misfit = error instanceof UnreadableRecords ? await placed(error, parser) : error
    parser.destroy(misfit instanceof Error ? misfit : new Error(String(misfit)))
  }
}

/** More than the parser holds back until it knows what follows. */
const FOLLOWING = '\ufffd'.repeat(8)

/** Names the record that the text broke off in, once the parser has been through all before it. */
const placed = async (
  { reason, cause }: UnreadableRecords,
  parser: ReturnType<typeof parse>,
): Promise<UnreadableRecords> => {
  await new Promise((resolve) => parser.write(FOLLOWING, resolve))
  return new UnreadableRecords(reason, parser.info.records + 1, cause)
}

const taken = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      parser.off('drain', done)
      parser.off('close', done)
      resolve()
    }
    parser.on('drain', done)
    parser.on('close', done)
  })

/** Records of a CSV file in any encoding of Chinese offices, divided by commas, semicolons or tabs. */
export async function* readCsv(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  const { head, whole } = await peek(decodeStream(open, onBytes))
  yield* recordsOfSheet(rowsOf(whole, delimiterOf(head)))
}
