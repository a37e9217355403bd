import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { decodeStream } from './decode-stream.ts'
import { PatentRecord, ruleName } from './patent-xml.ts'
import {
  MAX_DEPTH,
  MAX_RECORD_BYTES,
  MAX_VALUE,
  type OpenContent,
  type SourceRecord,
  UnreadableRecords,
} from './record-files.ts'

const PIECE = 64 * 1024
const LONGEST_NAME = 100
const LANGUAGE = /(^|:)(lang|languagecode)$/i

/** Marks inside running text: what they hold belongs to the text around them ('CO<sub>2</sub>'). */
const INLINE = new Set(['b', 'i', 'u', 'o', 'em', 'strong', 'sub', 'sup', 'sub2', 'sup2', 'smallcaps', 'br'])

interface OpenElement {
  name: string
  language: string | null
  text: string
}

const languageOf = ({ attributes }: SaxesTagPlain): string | null => {
  const name = Object.keys(attributes).find((key) => LANGUAGE.test(key))
  return name === undefined ? null : (attributes[name] ?? null)
}

/** Gathers patents out of a stream of XML: each record is whatever stands around 'bibliographic data'. */
class PatentReader {
  readonly #parser = new SaxesParser()
  readonly #stack: OpenElement[] = []
  readonly #done: Record<string, string>[] = []
  #record: PatentRecord | null = null
  /** Depth of the element around the record. */
  #depth = 0
  #since = 0

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', () => this.#close())
    this.#parser.on('text', (text) => this.#gather(text))
    this.#parser.on('cdata', (text) => this.#gather(text))
    this.#parser.on('doctype', (doctype) => {
      // Entities a file defines itself are the way to make much of little; nothing here needs them.
      if (/<!ENTITY/i.test(doctype)) throw new UnreadableRecords('entities')
    })
    this.#parser.on('error', (error) => {
      throw new UnreadableRecords(/entity/i.test(error.message) ? 'entities' : 'damaged', null, error)
    })
  }

  take(text: string): Record<string, string>[] {
    this.#since += text.length
    this.#parser.write(text)
    if (this.#since > MAX_RECORD_BYTES) throw new UnreadableRecords('record_too_large')
    return this.#done.splice(0)
  }

  end(): Record<string, string>[] {
    this.#parser.close()
    return this.#done.splice(0)
  }

  #open(tag: SaxesTagPlain): void {
    // No name we know is half as long, and the rules look for their ends everywhere in a name.
    const name = ruleName(tag.name.slice(0, LONGEST_NAME))
    if (this.#stack.length >= MAX_DEPTH) throw new UnreadableRecords('too_deep')
    if (name.includes('bibliographicdata') && !this.#inBibliography()) {
      this.#finish()
      this.#record = new PatentRecord()
      this.#depth = this.#stack.length
    }
    const language = languageOf(tag) ?? this.#stack.at(-1)?.language ?? null
    this.#stack.push({ name, language, text: '' })
  }

  #inBibliography(): boolean {
    return this.#stack.some(({ name }) => name.includes('bibliographicdata'))
  }

  #gather(text: string): void {
    const element = this.#stack.at(-1)
    if (element !== undefined && element.text.length < MAX_VALUE) element.text += text
  }

  #close(): void {
    const element = this.#stack.at(-1)
    if (element !== undefined && !this.#joins(element)) this.#take(element)
    this.#stack.pop()
    if (this.#record !== null && this.#stack.length < this.#depth) this.#finish()
  }

  /** Gives the text of a mark to the element around it. */
  #joins({ name, text }: OpenElement): boolean {
    const around = this.#stack.at(-2)
    if (around === undefined || !INLINE.has(name)) return false
    if (around.text.length < MAX_VALUE) around.text += name === 'br' ? ' ' : text
    return true
  }

  #take({ text, language }: OpenElement): void {
    const clean = text.trim().replaceAll(/\s+/g, ' ')
    if (clean === '' || this.#record === null) return
    const path = this.#stack.slice(this.#depth).map(({ name }) => name)
    this.#record.add(path, clean, language)
  }

  #finish(): void {
    if (this.#record === null) return
    this.#done.push(this.#record.values())
    this.#record = null
    this.#since = 0
  }
}

/** Patents of an office's XML: WIPO ST.36 and ST.96 and the bulk bibliographic data of CNIPA. */
export async function* readXml(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SourceRecord> {
  const reader = new PatentReader()
  let row = 0
  const numbered = function* (records: Record<string, string>[]): Generator<SourceRecord> {
    for (const values of records) {
      row += 1
      yield { row, through: row, values: Object.keys(values).length > 0 ? values : null }
    }
  }
  try {
    for await (const text of decodeStream(open, onBytes)) {
      for (let start = 0; start < text.length; start += PIECE) {
        yield* numbered(reader.take(text.slice(start, start + PIECE)))
      }
    }
    yield* numbered(reader.end())
  } catch (error) {
    if (!(error instanceof UnreadableRecords) || error.row !== null) throw error
    throw new UnreadableRecords(error.reason, row + 1, error)
  }
  if (row === 0) throw new UnreadableRecords('no_records')
}
