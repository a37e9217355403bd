import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { decodeStream } from './decode-stream.ts'
import { flatten, isObject } from './flatten.ts'
import {
  MAX_DEPTH,
  MAX_EXCERPT,
  MAX_RECORD_BYTES,
  type OpenContent,
  type SourceRecord,
  UnreadableRecords,
} from './record-files.ts'

const PIECE = 64 * 1024

const unreadable = (row: number, reason: string, text = ''): SourceRecord => ({
  row,
  through: row,
  values: null,
  unreadable: reason,
  excerpt: text.slice(0, MAX_EXCERPT),
})

const recordOf = (row: number, value: unknown): SourceRecord => {
  if (!isObject(value)) return unreadable(row, 'not_an_object', JSON.stringify(value))
  const values = flatten(value)
  return { row, through: row, values: Object.keys(values).length > 0 ? values : null }
}

/** Feeds text to a parser and gives the elements each piece completed; depth and size are watched on the way. */
class ElementReader {
  readonly #tokenizer = new Tokenizer()
  readonly #found: unknown[] = []
  #depth = 0
  #since = 0

  constructor(wrapped: boolean) {
    // Without the stack nothing read before is kept.
    const parser = new TokenParser({ paths: [wrapped ? '$.*.*' : '$.*'], keepStack: false })
    this.#tokenizer.onToken = (token) => {
      if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) this.#depth += 1
      if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) this.#depth -= 1
      if (this.#depth > MAX_DEPTH) throw new UnreadableRecords('too_deep')
      parser.write(token)
    }
    parser.onValue = ({ value }) => {
      this.#since = 0
      this.#found.push(value)
    }
    parser.onError = raise
    // What was opened and never closed is known only here.
    this.#tokenizer.onEnd = () => {
      if (!parser.isEnded) parser.end()
    }
    this.#tokenizer.onError = raise
  }

  take(text: string): unknown[] {
    this.#since += text.length
    damagedUnlessNamed(() => this.#tokenizer.write(text))
    if (this.#since > MAX_RECORD_BYTES) throw new UnreadableRecords('record_too_large')
    return this.#found.splice(0)
  }

  end(): void {
    damagedUnlessNamed(() => {
      if (!this.#tokenizer.isEnded) this.#tokenizer.end()
    })
  }
}

const raise = (error: Error): never => {
  throw error
}

/** Whatever the parser says of a text is the text's fault. */
const damagedUnlessNamed = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    throw error instanceof UnreadableRecords ? error : new UnreadableRecords('damaged', null, error)
  }
}

function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE)
}

const withRow = (error: unknown, row: number): unknown =>
  error instanceof UnreadableRecords && error.row === null
    ? new UnreadableRecords(error.reason, row, error)
    : error

/** Elements of a JSON array, or of the array inside an object around it. */
export async function* readJson(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  let reader: ElementReader | null = null
  let wrapped = false
  let row = 0
  try {
    for await (const decoded of decodeStream(open, onBytes)) {
      const text: string = reader === null ? decoded.replace(/^[\ufeff\s]+/, '') : decoded
      if (text === '') continue
      wrapped = reader === null ? text.startsWith('{') : wrapped
      reader ??= new ElementReader(wrapped)
      for (const piece of pieces(text)) {
        for (const value of reader.take(piece)) {
          // Beside the array an object around it holds other things.
          if (wrapped && !isObject(value)) continue
          row += 1
          yield recordOf(row, value)
        }
      }
    }
    reader?.end()
  } catch (error) {
    throw withRow(error, row + 1)
  }
}

const lineOf = (row: number, line: string): SourceRecord => {
  try {
    return recordOf(row, JSON.parse(line))
  } catch (error) {
    if (error instanceof UnreadableRecords) throw new UnreadableRecords(error.reason, row, error)
    return unreadable(row, 'not_json', line)
  }
}

/** One JSON object a line; a line that is none is named and the others are read. */
export async function* readNdjson(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  let rest = ''
  let row = 0
  try {
    for await (const text of decodeStream(open, onBytes)) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        row += 1
        yield oneLine(row, line)
      }
      if (rest.length > MAX_RECORD_BYTES) throw new UnreadableRecords('record_too_large')
    }
  } catch (error) {
    throw withRow(error, row + 1)
  }
  if (rest.trim() !== '') yield lineOf(row + 1, rest)
}

const oneLine = (row: number, line: string): SourceRecord => {
  const text = line.replace(/^\ufeff/, '').trim()
  return text === '' ? { row, through: row, values: null } : lineOf(row, text)
}
